internal import Analyses
internal import Auth
internal import Chat
internal import Finance
internal import FoundationEssentials
internal import Inbox
internal import Jobs
internal import Ports
internal import Prompts

/// The ports of the night over whatever holds records.
struct NightStores: Sendable {
    var reads: NightReads
    var writes: NightWrites
    var state: PersonalState
    var runs: Runs
    var leases: Leases
    var holdings: Holdings
    /// What the store tells of its own accord.
    var changes = Changes.none
}

extension Parts {
    /// The night over these parts.
    var nightPorts: NightPorts {
        let night = store.night
        let ids = LogIDs(secret: secret)
        let desk = desk
        let busy = max(1, settings.concurrentTurns / 2)
        var reword: (@Sendable (Report, Snapshot) async -> NightPorts.Rewording)?
        if let wording = wording.atNight {
            reword = { report, snapshot in
                await wording.nightWording(of: report, snapshot, safetyID: ids.name(of: snapshot.person.id))
            }
        }
        return NightPorts(
            people: store.people, reads: night.reads, state: night.state, writes: night.writes, runs: night.runs,
            leases: night.leases, peerGroups: store.peerGroups, categoryModels: store.categoryModels,
            holdings: night.holdings, reports: store.reports,
            reword: reword, isChatBusy: { desk.load.turns >= busy },
            forget: forget,
            memberID: { ids.name(of: $0) }, holdOut: HoldOut(salt: ids.salt("hold-out")),
            announce: { [inbox] users in await inbox.announce(users) }, now: now)
    }

    /// Watches over whoever is connected here.
    var changeWatch: ChangeWatch {
        ChangeWatch(
            ports: nightPorts, changes: store.night.changes, connected: { [desk] in desk.people }, logger: logger)
    }

    /// Watches for nights; unlike any other process's.
    var nightShift: NightShift {
        NightShift(
            ports: nightPorts, settings: NightSettings(time: settings.nightly), owner: instance,
            logger: logger)
    }
}
