internal import Adapters
internal import Curl
internal import Embedded
internal import Finance
internal import Inbox
internal import Logging
internal import OpenAI
internal import Ports

/// The port over whatever words the answers.
struct AnswerPorts: Sendable {
    var completions: Completions
    /// nil for the built-in coach, which has no eyes.
    var receipts: Receipts?
    /// nil for the built-in coach, which cannot be away.
    var dependency: Dependency?
    /// Ends running requests.
    var close: @Sendable () async -> Void

    /// A model only about people who agreed to it, as they chose or as the operator assumes; what somebody chose and cannot
    /// be read counts as no. In a chat the coach answers the others; their reports keep our words, and without a model
    /// everybody's do.
    func agreed(_ inbox: Inbox, isAssumed: Bool) -> (chat: Completions, wording: Completions?) {
        guard dependency != nil else { return (completions, nil) }
        let agrees: @Sendable (UserID) async -> Bool = { await inbox.agreesToModel($0, isAssumed: isAssumed) }
        let silent = Completions(model: completions.model) { _, _ in
            throw PortError(.refused, "a model may not be asked about this person")
        }
        return (
            completions.agreed(by: agrees, otherwise: .coach()), completions.agreed(by: agrees, otherwise: silent)
        )
    }

    /// What stands before the coach's words when the model cannot be had.
    static let coachNotice = "My usual helper is out of reach just now, so here is what your records say.\n\n"

    /// Receipts read at one time: each holds its file, and what is sent of it, in memory.
    private static let mostReceipts = 4

    /// The configured model, or the built-in coach.
    static func open(_ settings: Settings, logger: Logger) throws -> AnswerPorts {
        guard let model = settings.model else {
            return AnswerPorts(completions: .coach(), dependency: nil, close: {})
        }
        let curl = try CurlClient()
        let client = OpenAIClient(
            OpenAISettings(apiKey: APIKey(model.apiKey), baseURL: model.baseURL, model: model.name), curl: curl,
            logger: logger)
        let limited = Completions.openAI(client).limited(
            to: settings.concurrentTurns, waiting: settings.concurrentTurns)
        return AnswerPorts(
            completions: limited.fallingBack(to: .coach(), notice: coachNotice),
            receipts: .openAI(client).limited(to: mostReceipts, waiting: 3 * mostReceipts), dependency: .openAI(client),
            close: { await curl.shutdown() })
    }
}
