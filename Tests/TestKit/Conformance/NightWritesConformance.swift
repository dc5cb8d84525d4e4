import Analyses
import Finance
import FoundationEssentials
import Ports
import Prompts
import Testing

/// What every store of a night's results promises. Run with `@Test(arguments: NightWritesConformance.checks)`. The list and
/// the alerts are about everyone, so each check wants a store of its own.
public enum NightWritesConformance {
    /// Every promise.
    public static let checks = storing + refusing

    private static let storing: [ConformanceCheck<NightStores>] = [
        ConformanceCheck("Every part of every result is read back through its own port") { store async throws in
            let results = try (0..<3).map { try result(try Fresh.user(), "r\($0)") }
            #expect(try await store.writes.save(results, Fence(1)).isEmpty)
            for result in results { try await expectStored(result, in: store) }
            #expect(try await store.triage.page(nil, nil, 9).count == 3)
        },
        ConformanceCheck("Nobody is a call like any other, and an empty result writes nothing") { store async throws in
            let user = try Fresh.user()
            #expect(try await store.writes.save([], Fence(1)).isEmpty)
            #expect(try await store.writes.save([NightResult(user: user)], Fence(1)).isEmpty)
            #expect(try await store.reports.all(user).isEmpty)
        },
        ConformanceCheck("Stored twice by the same holder it is there once, and no conflict") { store async throws in
            let results = try (0..<2).map { try result(try Fresh.user(), "r\($0)") }
            for _ in 0..<3 { #expect(try await store.writes.save(results, Fence(4)).isEmpty) }
            for result in results { try await expectStored(result, in: store) }
        },
        ConformanceCheck("The next night takes the place of the last, under the same fence or a later one") {
            store async throws in
            let user = try Fresh.user()
            #expect(try await store.writes.save([result(user, "first")], Fence(1)).isEmpty)
            for (night, fence) in [(1, Int64(1)), (2, 7)] {
                var next = try result(user, "night \(night)", at: Double(night), after: night)
                next.alerts = []
                #expect(try await store.writes.save([next], Fence(fence)).isEmpty)
                #expect(try await store.reports.all(user) == next.reports)
                #expect(try await store.triage.previous(user) == next.triage?.night)
                let kept = try await store.state.read(.night, [user])[user]
                #expect(kept == PersonalState.Kept(revision: night + 1, text: "night \(night)"))
            }
        },
        ConformanceCheck("A report somebody made after the night began stays, and that is no conflict") {
            store async throws in
            let user = try Fresh.user()
            let newer = report(.debt, "newer", at: 60)
            try await store.reports.save(user, newer)
            let result = try result(user, "night")
            #expect(try await store.writes.save([result], Fence(1)).isEmpty)
            #expect(try await store.reports.all(user) == [result.reports[0], result.reports[1], newer])
            // And one asked for later takes the place of the night's, which has a fence.
            let later = report(.budget, "later", at: 61)
            try await store.reports.save(user, later)
            #expect(try await store.reports.all(user)[1] == later)
        },
        ConformanceCheck("An alert is raised unless one with its key is open, and again once that is resolved") {
            store async throws in
            let user = try Fresh.user()
            for (text, second) in [("first", 0.0), ("second", 1)] {
                var result = NightResult(user: user)
                result.alerts = [alert(user, text, at: second), alert(user, "other \(text)", at: second, key: "other")]
                #expect(try await store.writes.save([result], Fence(1)).isEmpty)
            }
            #expect(try await Set(store.alerts.newest(user, 9).map(\.message)) == ["first", "other first"])
            let open = try #require(try await store.alerts.newest(user, 9).first { $0.message == "first" })
            _ = try await store.alerts.decide(open.id, AlertDecision(state: .resolved, owner: user))
            var result = NightResult(user: user)
            result.alerts = [alert(user, "third", at: 2), alert(user, "other third", at: 2, key: "other")]
            #expect(try await store.writes.save([result], Fence(1)).isEmpty)
            #expect(try await store.alerts.newest(user, 9).map(\.message).first == "third")
            #expect(try await store.alerts.newest(user, 9).count == 3)
        },
    ]

    private static let refusing: [ConformanceCheck<NightStores>] = [
        ConformanceCheck("What an earlier holder still sends is a conflict, and changes nothing") {
            store async throws in
            let user = try Fresh.user()
            let new = try result(user, "new", after: 0)
            #expect(try await store.writes.save([new], Fence(2)).isEmpty)
            for after in 0...1 {
                let stale = try result(user, "stale", at: 9, after: after)
                #expect(try await store.writes.save([stale], Fence(1))[user]?.code == .conflict)
                try await expectStored(new, in: store)
            }
        },
        ConformanceCheck("Each part is kept from an earlier holder, alone as well") { store async throws in
            let user = try Fresh.user()
            let new = try result(user, "new")
            #expect(try await store.writes.save([new], Fence(2)).isEmpty)
            let stale = try result(user, "stale", at: 9, after: 1)
            for part in [\NightResult.reports, \.tips, \.triage, \.states] as [PartialKeyPath<NightResult>] {
                var only = NightResult(user: user)
                if part == \NightResult.reports { only.reports = stale.reports }
                if part == \NightResult.tips { only.tips = stale.tips }
                if part == \NightResult.triage { only.triage = stale.triage }
                if part == \NightResult.states { only.states = stale.states }
                #expect(try await store.writes.save([only], Fence(1))[user]?.code == .conflict, "\(part)")
            }
            try await expectStored(new, in: store)
        },
        ConformanceCheck("What somebody remembered meanwhile is a conflict for this person and nobody else") {
            store async throws in
            let results = try (0..<4).map { try result(try Fresh.user(), "r\($0)") }
            let other = results[1].user
            let change = PersonalState.Change(user: other, kind: .insights, text: "clicked", after: 0)
            #expect(try await store.state.write(change))
            let failures = try await store.writes.save(results, Fence(1))
            #expect(failures.mapValues(\.code) == [other: .conflict])
            for result in results where result.user != other { try await expectStored(result, in: store) }
            #expect(try await store.state.read(.insights, [other])[other]?.text == "clicked")
            #expect(try await store.state.read(.night, [other]).isEmpty)
        },
        ConformanceCheck("Who is forgotten while a night is under way is a conflict, and is not remembered again") {
            store async throws in
            let user = try Fresh.user()
            #expect(try await store.writes.save([result(user, "first")], Fence(1)).isEmpty)
            #expect(try await store.holdings.erase(user) > 0)
            let failures = try await store.writes.save([result(user, "second", at: 1, after: 1)], Fence(1))
            #expect(failures[user]?.code == .conflict)
            #expect(try await store.state.read(.night, [user]).isEmpty)
        },
        ConformanceCheck("Of 8 holders who store at once the latest has the last word on everyone") {
            store async throws in
            let people = try (0..<6).map { _ in try Fresh.user() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for holder in (1...8).shuffled() {
                    group.addTask {
                        let results = try people.map { user in
                            var result = try result(user, "holder \(holder)")
                            result.states = []
                            return result
                        }
                        _ = try await store.writes.save(results, Fence(Int64(holder)))
                    }
                }
                try await group.waitForAll()
            }
            for user in people {
                #expect(try await store.reports.all(user).allSatisfy { $0.summary == "holder 8" })
                #expect(try await store.alerts.newest(user, 9).count == 1)
            }
        },
    ]
}
