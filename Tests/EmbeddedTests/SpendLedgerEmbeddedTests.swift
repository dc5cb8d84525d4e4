import Embedded
import Finance
import Ports
import TestKit
import Testing

@Suite("The ledger over the embedded store")
struct SpendLedgerEmbeddedTests {
    private let day = SpendLedgerConformance.day

    @Test("keeps caps and books as promised", arguments: SpendLedgerConformance.checks)
    func ledger(_ check: ConformanceCheck<SpendLedger>) async throws {
        try await withStore { store in try await check.run(.embedded(store)) }
    }

    @Test("the fake does likewise", arguments: SpendLedgerConformance.checks)
    func fake(_ check: ConformanceCheck<SpendLedger>) async throws { try await check.run(.inMemory()) }

    @Test("holds and forgets as promised", arguments: SpendLedgerConformance.holding)
    func holding(_ check: ConformanceCheck<HeldLedger>) async throws {
        try await withStore { store in
            try await check.run(
                HeldLedger(
                    ledger: .embedded(store), holdings: .embedded(store),
                    places: { try await store.places(of: $0) }))
        }
    }

    @Test("of 200 who ask at once exactly those get something that fit, and what was set aside outlives a restart")
    func restart() async throws {
        try await withDirectory { directory in
            let store = try await EmbeddedStore.open(directory: directory)
            let caps = SpendLedgerConformance.caps(everyone: 2_550)
            let granted = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        let wish = SpendLedgerConformance.request(amounts: 100)
                        guard case .granted = try await SpendLedger.embedded(store).reserve(wish, caps) else {
                            return false
                        }
                        return true
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(granted == 25)
            try store.close()
            let again = try await EmbeddedStore.open(directory: directory)
            let ledger = SpendLedger.embedded(again)
            #expect(try await ledger.usage(day...day).first?.open == 25)
            let refused = SpendRefusal(cap: .everyone, until: day.advanced(by: 1).start)
            let late = SpendLedgerConformance.request(amounts: 51)
            #expect(try await ledger.reserve(late, caps) == .refused(refused))
            try again.close()
        }
    }
}
