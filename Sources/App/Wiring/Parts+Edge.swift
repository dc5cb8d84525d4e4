internal import Adapters
internal import Auth
internal import Chat
internal import Finance
internal import FoundationEssentials
internal import Hummingbird
internal import Inbox
internal import Ports
internal import Prompts
internal import Routes
internal import Server
internal import ServiceLifecycle
internal import Telegram

// What the parts look like from outside: routes, services, and what a start says.
extension Parts {
    /// Every route over these parts.
    func router(demoToken: String?) -> Router<AppContext> {
        let ids = LogIDs(secret: secret)
        let draining = draining
        return Routes.router(
            RouteParts(
                identity: identity, conversations: store.conversations, snapshots: cachedSnapshots,
                freshSnapshots: freshSnapshots,
                stores: RouteStores(
                    reports: store.reports, alerts: store.alerts, calculators: store.calculators,
                    peerGroups: store.peerGroups,
                    categories: Categories(models: store.categoryModels, state: store.night.state),
                    triage: store.triage, runs: store.night.runs, holdings: store.night.holdings,
                    spending: store.spending),
                inbox: inbox, coaching: coaching, proposals: proposals, receipts: answers.receipts,
                telegram: telegram?.door, forget: forget, reword: reword,
                wake: { [bus = shared.bus] in await bus.publish(NightService.channel, []) }, dependencies: dependencies,
                desk: desk,
                origins: OriginPolicy(settings.allowedOrigins + ownOrigins), logName: { ids.name(of: $0) },
                settings: RouteSettings(
                    schedulerKey: settings.schedulerKey, assumesConsent: settings.assumesConsent,
                    spendCaps: settings.spendCaps, prices: settings.prices),
                metricsText: { Bootstrap.registry.render() }, demoToken: { demoToken },
                isDraining: { draining.isSet }, now: now))
    }

    /// In the order they start; they stop in the opposite one, so that what others stand on goes last.
    var services: [any Service] {
        [
            ClosingService(close: close),
            StoreService(interval: .seconds(60), logger: logger, prepare: store.prepare, tidy: tidy),
            NightService(shift: nightShift, bus: shared.bus), PostService(postman: postman),
            WatchService(watch: changeWatch), sockets,
        ] + (answers.spending.map { [SpendService(desk: $0)] } ?? [])
            + (telegram.map { [TelegramService(channel: $0)] } ?? [])
    }

    /// Only a model rewords; the coach has no words but ours.
    private var reword: (@Sendable (Report, Snapshot) async -> Report?)? {
        guard let wording = wording.now else { return nil }
        let ids = LogIDs(secret: secret)
        return { report, snapshot in
            await wording.rewording(
                report, of: snapshot, safetyID: ids.name(of: snapshot.person.id), within: .seconds(20))
        }
    }

    /// A token for the chat page and the terminal, only where the people are invented.
    func demoToken() throws -> String? {
        guard let featured = store.featured else { return nil }
        return try tokens.mint(user: featured, role: .user, at: now(), lifetime: .seconds(12 * 3_600))
    }

    /// Lets go of everything outside.
    @Sendable func close() async {
        await webhook?.close()
        await telegram?.bot.close()
        await mainApp.close()
        await answers.close()
        await shared.close()
        await store.close()
    }

    /// Ends what runs for a person and removes what is held. What was just being stored when it ended is removed by a
    /// second look; every night looks once more.
    @Sendable func forget(_ user: UserID) async throws(PortError) -> Int {
        await desk.forget(user)
        let count = try await erase(user)
        do { try await Task.sleep(for: .seconds(1)) } catch { throw PortError(.cancelled, "cut off while forgetting") }
        await desk.forget(user)
        return try await count + erase(user)
    }

    private func erase(_ user: UserID) async throws(PortError) -> Int {
        let count = try await store.night.holdings.erase(user)
        guard await shared.cache.forgetSnapshots(of: user) else {
            throw PortError(.unavailable, "the cache cannot be asked what it holds")
        }
        return count
    }

    private var postman: Postman? {
        webhook.map {
            Postman(inbox: inbox, leases: store.night.leases, owner: instance, logger: logger, push: $0.push)
        }
    }

    /// Answers that a crash left unfinished are told as failed. Beside a shared database another instance may still be
    /// writing one, so only those older than any turn can live; in the embedded store nobody else writes.
    @Sendable private func tidy() async throws(PortError) -> Int {
        try await store.keepUp()
        let oldest = Double((TurnLimits().deadline + .seconds(60)) / .seconds(1))
        return try await store.conversations.failOrphans(now().addingTimeInterval(-oldest))
    }

    /// The chat page comes from here, so its own origin may connect.
    private var ownOrigins: [String] {
        let hosts = settings.port == 0 ? [] : ["127.0.0.1", "localhost"]
        let local = hosts.map { "http://\($0):\(settings.port)" }
        let outside = settings.publicURL.flatMap { URL(string: $0) }.flatMap { url -> String? in
            guard let scheme = url.scheme, let host = url.host() else { return nil }
            return "\(scheme)://\(host)" + (url.port.map { ":\($0)" } ?? "")
        }
        return local + [outside].compactMap { $0 }
    }
}
