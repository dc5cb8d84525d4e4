import Finance
import FoundationEssentials
import Ports
import Testing

extension HoldingsConformance {
    static let ageing: [ConformanceCheck<HeldStores>] = [
        ConformanceCheck("Purging removes what has had its time to the second, and nothing younger") {
            held async throws in
            let user = try Fresh.user()
            try await fill(held, user)
            let expected: [(days: Int, seconds: Double, left: [Int])] = [
                // reports and tips, resolved alerts, messages and conversations, runs
                (89, 0, [4, 2, 4, 3]), (90, 0, [4, 2, 4, 3]), (90, 1, [4, 2, 4, 2]), (365, 0, [4, 2, 4, 2]),
                (365, 1, [4, 1, 4, 2]), (400, 0, [4, 1, 4, 2]), (400, 1, [0, 1, 4, 2]), (730, 0, [0, 1, 4, 2]),
                (730, 1, [0, 1, 0, 2]), (9_999, 0, [0, 1, 0, 2]),
            ]
            var total = 0
            for (days, seconds, left) in expected {
                total += try await held.stores.holdings.purge(Thread.instant(Double(days) * 86_400 + seconds))
                #expect(try await count(held, user) == left, "\(days) days and \(seconds) s")
            }
            #expect(total == 4 + 1 + 3 + 1)
            #expect(try await held.stores.state.read(.night, [user])[user] != nil)
            #expect(try await held.stores.triage.previous(user) != nil)
        },
        ConformanceCheck("A conversation somebody still talks in keeps its name and its newer messages") {
            held async throws in
            let thread = try Thread()
            let day = 86_400.0
            for second in [0, day] {
                try await thread.say(["at \(second)"], in: held.stores.conversations, from: second)
            }
            _ = try await held.stores.conversations.rename(thread.user, thread.conversation, "Named")
            #expect(try await held.stores.holdings.purge(Thread.instant(730 * day + 1)) == 1)
            #expect(try await thread.texts(held.stores.conversations) == ["at \(day)"])
            let row = try await held.stores.conversations.find(thread.user, thread.conversation)
            #expect(row?.title == "Named")
        },
        ConformanceCheck("More than a batch goes in one call") { held async throws in
            let user = try Fresh.user()
            for number in 0..<3 { try await Thread(of: user).say(["\(number)"], in: held.stores.conversations) }
            let thread = try Thread(of: user)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for part in 0..<4 {
                    group.addTask {
                        for number in 0..<260 {
                            _ = try await held.stores.conversations.append(user, thread.message("\(part) \(number)"))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await held.stores.holdings.purge(Thread.instant(730 * 86_400)) == 0)
            #expect(try await held.stores.holdings.purge(Thread.instant(731 * 86_400)) >= 1_043)
            #expect(try await held.places(user.hex) == [])
        },
    ]

    /// Three reports and the tips, an open and a resolved alert, two messages and their named conversation, and runs: one
    /// ended, one wanted, one under way.
    private static func fill(_ held: HeldStores, _ user: UserID) async throws {
        var result = try NightWritesConformance.result(user, "words")
        result.alerts.append(NightWritesConformance.alert(user, "settled", at: 0, key: "other"))
        #expect(try await held.stores.writes.save([result], Fence(1)).isEmpty)
        _ = try await held.stores.alerts.decide(
            result.alerts[1].id, AlertDecision(state: .resolved, owner: user))
        let thread = try Thread(of: user)
        // The last of them counts: both have had their time together with their conversation.
        for _ in 0..<2 { _ = try await held.stores.conversations.append(user, thread.message("words")) }
        _ = try await held.stores.conversations.rename(user, thread.conversation, "words")
        for (id, state) in [("ended", RunRecord.State.done), ("wanted", .wanted), ("running", .running)] {
            var run = RunsConformance.run(id, at: 0)
            _ = try await held.stores.runs.want(run)
            run.state = state
            run.endedAt = state == .done ? Thread.instant(0) : nil
            #expect(try await held.stores.runs.save(run, Fence(1)))
        }
    }

    private static func count(_ held: HeldStores, _ user: UserID) async throws -> [Int] {
        let parts = try await held.stores.holdings.export(user)
        let tips = parts.filter { $0.name.hasSuffix("tips") }.map(\.documents.count).reduce(0, +)
        let said = try await held.stores.conversations.list(user, nil, 9).count
        let names = parts.filter { $0.name.hasSuffix("conversations") }.map(\.documents.count).reduce(0, +)
        let thread = parts.filter { ["messages", "chat_history"].contains($0.name) }.map(\.documents.count)
        return [
            try await held.stores.reports.all(user).count + tips, try await held.stores.alerts.newest(user, 9).count,
            thread.reduce(0, +) + said + names, try await held.stores.runs.newest(9).count,
        ]
    }
}
