public import Ports
import Testing

// Ports on which every call fails the test that made it. A test takes one and replaces the closures it uses.

private func unexpected(_ call: String) -> PortError {
    Issue.record("unexpected call: \(call)")
    return PortError(.refused, "unexpected \(call)")
}

extension Snapshots {
    /// Fails the test on any call.
    public static var unexpected: Snapshots {
        Snapshots { _, _, _ throws(PortError) in throw TestKit.unexpected("Snapshots.read") }
    }
}

extension Completions {
    /// Fails the test on any call.
    public static var unexpected: Completions {
        Completions(model: "unexpected") { _, _ in throw TestKit.unexpected("Completions.stream") }
    }
}

extension Conversations {
    /// Fails the test on any call.
    public static var unexpected: Conversations {
        Conversations(
            append: { _, _ throws(PortError) in throw TestKit.unexpected("Conversations.append") },
            save: { _, _ throws(PortError) in throw TestKit.unexpected("Conversations.save") },
            messages: { _, _, _, _ throws(PortError) in throw TestKit.unexpected("Conversations.messages") },
            turn: { _, _ throws(PortError) in throw TestKit.unexpected("Conversations.turn") },
            hasHistory: { _ throws(PortError) in throw TestKit.unexpected("Conversations.hasHistory") },
            list: { _, _, _ throws(PortError) in throw TestKit.unexpected("Conversations.list") },
            search: { _, _, _, _ throws(PortError) in throw TestKit.unexpected("Conversations.search") },
            find: { _, _ throws(PortError) in throw TestKit.unexpected("Conversations.find") },
            rename: { _, _, _ throws(PortError) in throw TestKit.unexpected("Conversations.rename") },
            delete: { _, _ throws(PortError) in throw TestKit.unexpected("Conversations.delete") },
            failOrphans: { _ throws(PortError) in throw TestKit.unexpected("Conversations.failOrphans") })
    }
}

extension Identity {
    /// Fails the test on any call.
    public static var unexpected: Identity {
        Identity(
            verify: { _ throws(IdentityError) in throw .unavailable(TestKit.unexpected("Identity.verify")) },
            recheck: { _ throws(IdentityError) in throw .unavailable(TestKit.unexpected("Identity.recheck")) },
            issueTicket: { _ throws(IdentityError) in throw .unavailable(TestKit.unexpected("Identity.issueTicket")) })
    }
}

extension People {
    /// Fails the test on any call.
    public static var unexpected: People {
        People(
            find: { _ throws(PortError) in throw TestKit.unexpected("People.find") },
            page: { _, _ throws(PortError) in throw TestKit.unexpected("People.page") })
    }
}

extension Cache {
    /// Fails the test on any call.
    public static var unexpected: Cache {
        Cache(
            get: { _ in
                _ = TestKit.unexpected("Cache.get")
                return nil
            }, set: { _, _, _ in _ = TestKit.unexpected("Cache.set") },
            remove: { _ in _ = TestKit.unexpected("Cache.remove") },
            removeAll: { _ in
                _ = TestKit.unexpected("Cache.removeAll")
                return false
            })
    }
}

extension Claims {
    /// Fails the test on any call.
    public static var unexpected: Claims {
        Claims(
            claim: { _, _, _ throws(PortError) in throw TestKit.unexpected("Claims.claim") },
            take: { _ throws(PortError) in throw TestKit.unexpected("Claims.take") })
    }
}

extension Bus {
    /// Fails the test on any call.
    public static var unexpected: Bus {
        Bus(
            publish: { _, _ in _ = TestKit.unexpected("Bus.publish") },
            subscribe: { _, _ in
                _ = TestKit.unexpected("Bus.subscribe")
                return Bus.Subscription {}
            })
    }
}

extension Reports {
    /// Fails the test on any call.
    public static var unexpected: Reports {
        Reports(
            all: { _ throws(PortError) in throw TestKit.unexpected("Reports.all") },
            save: { _, _ throws(PortError) in throw TestKit.unexpected("Reports.save") })
    }
}

extension Alerts {
    /// Fails the test on any call.
    public static var unexpected: Alerts {
        Alerts(
            newest: { _, _ throws(PortError) in throw TestKit.unexpected("Alerts.newest") },
            page: { _, _, _ throws(PortError) in throw TestKit.unexpected("Alerts.page") },
            raise: { _ throws(PortError) in throw TestKit.unexpected("Alerts.raise") },
            decide: { _, _ throws(PortError) in throw TestKit.unexpected("Alerts.decide") })
    }
}

extension Calculators {
    /// Fails the test on any call.
    public static var unexpected: Calculators {
        Calculators { _ throws(PortError) in throw TestKit.unexpected("Calculators.newest") }
    }
}

extension PeerGroups {
    /// Fails the test on any call.
    public static var unexpected: PeerGroups {
        PeerGroups(
            current: { () throws(PortError) in throw TestKit.unexpected("PeerGroups.current") },
            publish: { _ throws(PortError) in throw TestKit.unexpected("PeerGroups.publish") },
            optedOut: { _ throws(PortError) in throw TestKit.unexpected("PeerGroups.optedOut") },
            setOptedOut: { _, _ throws(PortError) in throw TestKit.unexpected("PeerGroups.setOptedOut") })
    }
}

extension Triage {
    /// Fails the test on any call.
    public static var unexpected: Triage {
        Triage(
            save: { _, _ throws(PortError) in throw TestKit.unexpected("Triage.save") },
            previous: { _ throws(PortError) in throw TestKit.unexpected("Triage.previous") },
            page: { _, _, _ throws(PortError) in throw TestKit.unexpected("Triage.page") },
            counts: { () throws(PortError) in throw TestKit.unexpected("Triage.counts") })
    }
}

extension SpendLedger {
    /// Fails the test on any call.
    public static var unexpected: SpendLedger {
        SpendLedger(
            reserve: { _, _ throws(PortError) in throw TestKit.unexpected("SpendLedger.reserve") },
            settle: { _ throws(PortError) in throw TestKit.unexpected("SpendLedger.settle") },
            usage: { _ throws(PortError) in throw TestKit.unexpected("SpendLedger.usage") })
    }
}
