internal import Adapters
internal import Curl
internal import Embedded
internal import Finance
internal import FoundationEssentials
internal import Inbox
internal import Logging
internal import OpenAI
internal import Ports

/// The port over whatever words the answers. Each feature that asks a model is paid for under its own name.
struct AnswerPorts: Sendable {
    /// Who words reports; nil without a model, for then our own words stand.
    struct Wording: Sendable {
        /// While somebody waits.
        var now: Completions?
        /// At night.
        var atNight: Completions?
    }

    /// Answers in a conversation: a model's, or the built-in coach's.
    var chat: Completions
    var wording = Wording()
    /// nil for the built-in coach, which has no eyes.
    var receipts: Receipts?
    /// Where calls are paid; nil for the built-in coach, which costs nothing.
    var spending: SpendDesk?
    /// nil for the built-in coach, which cannot be away.
    var dependency: Dependency?
    /// Ends running requests.
    var close: @Sendable () async -> Void

    /// What stands before the coach's words when nobody can tell whether a model may be asked.
    static let unreadableNotice =
        "I cannot see just now whether you want a model to help, so nothing is sent to one. Here is what your records "
        + "say.\n\n"
    /// What stands before them when the model cannot be had.
    static let coachNotice = "My usual helper is out of reach just now, so here is what your records say.\n\n"

    /// Reports worded at one time while somebody waits.
    private static let mostWorded = 8
    /// Receipts read at one time: each holds its file, and what is sent of it, in memory.
    private static let mostReceipts = 4

    /// The configured model, or the built-in coach.
    static func open(
        _ settings: Settings, _ ledger: SpendLedger, now: @escaping @Sendable () -> Date, logger: Logger
    ) throws -> AnswerPorts {
        guard let model = settings.model else { return AnswerPorts(chat: .coach(), close: {}) }
        let curl = try CurlClient()
        let client = OpenAIClient(OpenAISettings(model, name: model.name), curl: curl, logger: logger)
        let desk = SpendDesk(ledger, .init(prices: settings.prices, caps: settings.spendCaps), now: now)
        let smaller = model.smaller.map { name in
            Completions.openAI(OpenAIClient(OpenAISettings(model, name: name), curl: curl, logger: logger))
        }
        warn(of: [model.name, model.smaller].compactMap { $0 }, settings.prices, logger)
        func paid(_ feature: SpendFeature) -> Completions {
            .openAI(client).metered(at: desk, as: feature, orSmaller: smaller)
        }
        return AnswerPorts(
            chat: paid(.chat).limited(to: settings.concurrentTurns, waiting: settings.concurrentTurns)
                .fallingBack(to: .coach()) { SpendNotice.words(for: $0, otherwise: coachNotice) },
            wording: Wording(
                now: paid(.wording).limited(to: mostWorded, waiting: 2 * mostWorded)
                    .fallingBack(to: .silent(model.name), notice: ""),
                atNight: paid(.night).fallingBack(to: .silent(model.name), notice: "")),
            receipts: .openAI(client).metered(at: desk, model: model.name)
                .limited(to: mostReceipts, waiting: 3 * mostReceipts),
            spending: desk, dependency: .openAI(client),
            close: {
                let left = await desk.close()
                if left > 0 { logger.warning("spend.unsettled", metadata: ["calls": "\(left)"]) }
                await curl.shutdown()
            })
    }

    private static func warn(of models: [String], _ prices: PriceList, _ logger: Logger) {
        for model in models where !prices.quote(for: model).isListed {
            logger.warning(
                "spend.price_unknown",
                metadata: ["model": "\(model)", "counts": "as the dearest listed", "set": "MODEL_PRICES"])
        }
    }
}

extension AnswerPorts {
    /// A model only about people who agreed to it, as they chose or as the operator assumes; what somebody chose and cannot
    /// be read counts as no. In a chat the coach answers the others; their reports keep our words, and without a model
    /// everybody's do.
    func agreed(_ inbox: Inbox, isAssumed: Bool) -> (chat: Completions, wording: Wording) {
        guard spending != nil else { return (chat, wording) }
        let agrees: @Sendable (UserID) async throws(PortError) -> Bool = { user async throws(PortError) in
            try await inbox.agreement(of: user, isAssumed: isAssumed)
        }
        let silent = Completions.silent(chat.model)
        return (
            chat.agreed(by: agrees, otherwise: .coach(), unreadable: Self.unreadableNotice),
            Wording(
                now: wording.now?.agreed(by: agrees, otherwise: silent),
                atNight: wording.atNight?.agreed(by: agrees, otherwise: silent))
        )
    }
}

extension Completions {
    /// Nobody who could say anything.
    fileprivate static func silent(_ model: String) -> Completions {
        Completions(model: model) { _, _ in
            throw PortError(.refused, "no model may be asked, and our own words stand")
        }
    }
}

extension OpenAISettings {
    fileprivate init(_ model: Settings.Model, name: String) {
        self.init(apiKey: APIKey(model.apiKey), baseURL: model.baseURL, model: name)
    }
}
