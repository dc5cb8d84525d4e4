import Embedded
import FoundationEssentials
import Ports
import TestKit
import Testing

/// The promises of every port, tried on the embedded defaults. The same lists run over MongoDB and Redis elsewhere.
@Suite("The embedded defaults keep the promises of their ports")
struct EmbeddedConformanceTests {
    @Test(arguments: ConversationsConformance.checks)
    func conversations(_ check: ConformanceCheck<Conversations>) async throws {
        try await withStore { store in try await check.run(.embedded(store)) }
    }

    @Test(arguments: SnapshotsConformance.checks)
    func snapshots(_ check: ConformanceCheck<Seeded<Snapshots>>) async throws {
        try await withStore { store in try await check.run(store.seeded(.embedded(store))) }
    }

    @Test(arguments: PeopleConformance.checks)
    func people(_ check: ConformanceCheck<Seeded<People>>) async throws {
        try await withStore { store in try await check.run(store.seeded(.embedded(store))) }
    }

    @Test(arguments: ReportsConformance.checks)
    func reports(_ check: ConformanceCheck<Reports>) async throws {
        try await withStore { store in try await check.run(.embedded(store)) }
    }

    @Test(arguments: AlertsConformance.checks)
    func alerts(_ check: ConformanceCheck<Alerts>) async throws {
        try await withStore { store in try await check.run(.embedded(store)) }
    }

    @Test(arguments: CalculatorsConformance.checks)
    func calculators(_ check: ConformanceCheck<Seeded<Calculators>>) async throws {
        try await withStore { store in try await check.run(store.seeded(.embedded(store))) }
    }

    @Test(arguments: PeerGroupsConformance.checks)
    func peerGroups(_ check: ConformanceCheck<Seeded<PeerGroups>>) async throws {
        try await withStore { store in try await check.run(store.seeded(.embedded(store))) }
    }

    @Test(arguments: ChannelLinksConformance.checks)
    func channelLinks(_ check: ConformanceCheck<ChannelLinks>) async throws {
        try await withStore { store in try await check.run(.embedded(store)) }
    }

    @Test(arguments: CategoryModelsConformance.checks)
    func categoryModels(_ check: ConformanceCheck<CategoryModels>) async throws {
        try await withStore { store in try await check.run(.embedded(store)) }
    }

    @Test(arguments: TriageConformance.checks)
    func triage(_ check: ConformanceCheck<Triage>) async throws {
        try await withStore { store in try await check.run(.embedded(store)) }
    }

    @Test(arguments: CacheConformance.checks)
    func cache(_ check: ConformanceCheck<Timed<Cache>>) async throws {
        let time = ManualTime()
        try await check.run(Timed(.embedded(now: time.now), advance: time.advance))
    }

    @Test(arguments: ClaimsConformance.checks)
    func claims(_ check: ConformanceCheck<Timed<Claims>>) async throws {
        let time = ManualTime()
        try await check.run(Timed(.embedded(now: time.now), advance: time.advance))
    }

    @Test(arguments: BusConformance.checks)
    func bus(_ check: ConformanceCheck<BusPair>) async throws {
        let bus = Bus.embedded()
        try await check.run(BusPair(here: bus, there: bus))
    }
}
