internal import NIOConcurrencyHelpers
public import Ports

extension Completions {
    /// Pays for each call: money is set aside before it, and what it took is booked however it ends. Near a cap `smaller`
    /// answers, if there is one; beyond it nobody does, and the error is `capped`.
    ///
    /// Belongs right around what calls the provider and inside everything that waits: nothing is set aside in a queue.
    public func metered(
        at desk: SpendDesk, as feature: SpendFeature, orSmaller smaller: Completions? = nil
    ) -> Completions {
        let ports = [self] + (smaller.map { [$0] } ?? [])
        return Completions(model: model) { request, receive in
            let call = PaidCall(request)
            let reservation = try await desk.reserve(call, feature, models: ports.map(\.model))
            let tab = NIOLockedValueBox(SpendTab(promptTokens: call.promptTokens))
            defer { desk.settle(reservation, turn: request.turn, taken: tab.withLockedValue { $0 }) }
            do {
                try await ports[reservation.choice].stream(request) { event in
                    tab.withLockedValue { $0.hear(event) }
                    try await receive(event)
                }
            } catch {
                tab.withLockedValue { $0.fail(error) }
                throw error
            }
        }
    }
}
