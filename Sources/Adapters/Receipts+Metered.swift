internal import Drafts
public import Ports

extension Receipts {
    /// More than a picture or a few pages come to with any model in the list; what is not used is given back.
    private static let mostPromptTokens = 40_000

    /// Pays for each reading, as answers are paid for.
    public func metered(at desk: SpendDesk, model: String) -> Receipts {
        let read = read
        return Receipts { file, person, safetyID throws(PortError) in
            let call = PaidCall(
                person: person, promptTokens: Self.mostPromptTokens, mostCompletionTokens: ReceiptPrompt.mostTokens)
            let reservation = try await desk.reserve(call, .receipts, models: [model])
            var tab = SpendTab(promptTokens: Self.mostPromptTokens)
            defer { desk.settle(reservation, turn: nil, taken: tab) }
            do throws(PortError) {
                let answer = try await read(file, person, safetyID)
                tab.hear(answer.usage.map(CompletionEvent.usage) ?? .text(answer.text))
                return answer
            } catch {
                tab.fail(error)
                throw error
            }
        }
    }
}
