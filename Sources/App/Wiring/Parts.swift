internal import Adapters
internal import Auth
internal import Chat
internal import Coaching
internal import Embedded
internal import Finance
internal import FoundationEssentials
internal import Hummingbird
internal import Inbox
internal import Logging
internal import Ports
internal import Proposals
internal import Routes
internal import Server
internal import ServiceLifecycle
internal import Telegram

/// Everything the server is made of, joined. Nothing here decides; it only says what is plugged into what.
struct Parts: Sendable {
    let settings: Settings
    let store: StorePorts
    let shared: SharedPorts
    let answers: AnswerPorts
    let tokens: BearerTokens
    let identity: Identity
    let freshSnapshots: Snapshots
    let cachedSnapshots: Snapshots
    /// Guided conversations, and what people told about themselves.
    let coaching: Coaching
    let inbox: Inbox
    let webhook: WebhookPorts?
    /// Private Telegram chats; nil where nobody set them up.
    let telegram: TelegramChannel?
    let mainApp: MainAppPorts
    /// Offers to write in the main app; nil where it cannot be reached.
    let proposals: Proposals?
    /// What words reports; nil where no model does.
    let wording: AnswerPorts.Wording
    let desk: Desk
    let draining = DrainFlag()
    /// Tells this process from any other.
    let instance = UUID().uuidString
    let sockets: OpenSockets
    let secret: String
    let now: @Sendable () -> Date
    let logger: Logger

    init(_ settings: Settings, now: @escaping @Sendable () -> Date, logger: Logger) async throws {
        self.settings = settings
        self.now = now
        self.logger = logger
        store = try await StorePorts.open(settings, now: now, logger: logger)
        shared = try SharedPorts.open(settings, logger: logger)
        answers = try AnswerPorts.open(settings, store.spending, now: now, logger: logger)
        secret = try settings.tokens.secret ?? DevelopmentSecret.load(from: settings.dataDirectory)
        tokens = try await BearerTokens(settings.tokens, secret: secret)
        identity = .bearer(tokens: tokens, people: store.people, claims: shared.claims, now: now)
        let snapshots = store.snapshots.deciding(by: store.night.state)
        freshSnapshots = snapshots.fresh(writingThrough: shared.cache)
        cachedSnapshots = snapshots.cached(in: shared.cache)
        sockets = OpenSockets(patience: .seconds(settings.drainSeconds + 5))
        inbox = Inbox(
            state: store.night.state, appSettings: store.night.reads.appSettings, bus: shared.bus, now: now)
        coaching = Coaching(
            state: store.night.state, snapshots: freshSnapshots, now: now, makeID: { UUID().uuidString.lowercased() })
        mainApp = try MainAppPorts.open(
            settings, store, who: { [identity] token in try? await identity.verify(.bearer(token)).user },
            logger: logger)
        let (chat, wording) = answers.agreed(inbox, isAssumed: settings.assumesConsent)
        self.wording = wording
        let signature = OfferSignature(secret: secret)
        proposals = mainApp.port.map { [store, freshSnapshots, now] port in
            Proposals(
                state: store.night.state, snapshots: freshSnapshots, mainApp: port,
                sign: { signature.text(over: $0) }, now: now, makeID: { UUID().uuidString.lowercased() })
        }
        webhook = try settings.webhook.map { try WebhookPorts($0, now: now) }
        let ports = ChatPorts(
            identity: identity, snapshots: freshSnapshots,
            conversations: store.conversations, completions: chat, bus: shared.bus,
            peerGroups: store.peerGroups, inbox: inbox, coaching: coaching,
            proposals: proposals, instances: store.instances, outbox: store.outbox, now: now,
            pseudonym: { [ids = LogIDs(secret: secret)] user in ids.name(of: user) })
        var limits = ChatSettings()
        limits.turns.running = settings.concurrentTurns
        limits.drain.wait = .seconds(settings.drainSeconds)
        desk = Desk(ports: ports, settings: limits, logger: logger)
        telegram = try settings.telegram.map { [store, shared, secret, identity, desk] settings in
            TelegramChannel(
                bot: try BotAPI(BotAPISettings(settings.bot.token, address: settings.api), logger: logger),
                settings: settings.bot,
                accounts: TelegramAccounts(
                    links: store.channelLinks, claims: shared.claims, ids: LogIDs(secret: secret)),
                identity: identity, people: store.people, desk: desk, now: now, logger: logger)
        }
    }

    /// What stands behind the port, and what of it is an embedded default.
    var dependencies: [Dependency] { [store.dependency] + [shared.dependency, answers.dependency].compactMap { $0 } }

    var embedded: [String] {
        [
            settings.mongo == nil ? "store" : nil, settings.redisURL == nil ? "cache and bus" : nil,
            settings.model == nil ? "coach" : nil,
        ].compactMap { $0 }
    }
}

extension BearerTokens {
    /// The rules as the operator set them.
    init(_ settings: Settings.Tokens, secret: String) async throws {
        let until = settings.previousSecretUntil.map { Date(timeIntervalSince1970: Double($0)) }
        let previous: Previous? =
            if let old = settings.previousSecret, let until { Previous(secret: old, validUntil: until) } else { nil }
        let limits = BearerLimits(maxLifetime: settings.maxLifetime.map { .seconds($0) })
        try await self.init(secret: secret, previous: previous, limits: limits)
    }
}
