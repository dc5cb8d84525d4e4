import Finance
import FoundationEssentials
import Ports
import Testing

extension ConversationsConformance {
    static let storing: [ConformanceCheck<Conversations>] = [
        ConformanceCheck("A stored message is read back field by field, in every state and role") {
            store async throws in
            let thread = try Thread()
            let states: [StoredMessage.State] = [.complete, .partial, .stopped, .failed]
            var written = states.enumerated().map { index, state in
                thread.message(
                    "£1,234.56 – naïve 家計 \"quoted\"\n\(state)", at: Double(index), role: .assistant, state: state,
                    turn: "turn-\(index)")
            }
            written.append(thread.message("", at: 9, client: "mine-1"))
            for message in written {
                #expect(try await store.append(thread.user, message) == .new)
            }
            #expect(try await thread.read(store) == written)
        },
        ConformanceCheck("The same id is stored once, and the first text stays") { store async throws in
            let thread = try Thread()
            let first = thread.message("first")
            var second = first
            second.text = "second"
            #expect(try await store.append(thread.user, first) == .new)
            #expect(try await store.append(thread.user, second) == .already(first))
            #expect(try await thread.texts(store) == ["first"])
        },
        ConformanceCheck("The same clientMessageID of one person is stored once, whatever its id") {
            store async throws in
            let thread = try Thread()
            let first = thread.message("first", client: "c-1")
            #expect(try await store.append(thread.user, first) == .new)
            let again = thread.message("second", at: 5, client: "c-1")
            #expect(try await store.append(thread.user, again) == .already(first))
            #expect(try await thread.texts(store) == ["first"])
        },
        ConformanceCheck("Two people may use the same clientMessageID") { store async throws in
            for text in ["hers", "his"] {
                let thread = try Thread("default_shared")
                #expect(try await store.append(thread.user, thread.message(text, client: "c-1")) == .new)
                #expect(try await thread.texts(store) == [text])
            }
        },
        ConformanceCheck("Messages without a clientMessageID never collide") { store async throws in
            let thread = try Thread()
            try await thread.say(["one", "two", "three"], in: store)
            #expect(try await thread.texts(store) == ["one", "two", "three"])
        },
        ConformanceCheck("Of 50 racing writes with one clientMessageID exactly one is new, and all others see it") {
            try await race($0) { thread, index in thread.message("text \(index)", client: "raced") }
        },
        ConformanceCheck("Of 50 racing writes with one id exactly one is new, and all others see it") {
            store async throws in
            let id = Fresh.id()
            try await race(store) { thread, index in thread.message("text \(index)", id: id) }
        },
        ConformanceCheck("Saving inserts a missing message, and replaces text and state of a stored one") {
            store async throws in
            let thread = try Thread()
            let question = thread.message("How much is left?", at: -1, turn: "t")
            _ = try await store.append(thread.user, question)
            var answer = thread.message("", role: .assistant, state: .partial, turn: "t")
            let states: [(String, StoredMessage.State)] = [
                ("", .partial), ("You", .partial), ("You have £5", .complete),
            ]
            for (text, state) in states {
                answer.text = text
                answer.state = state
                try await store.save(thread.user, answer)
                #expect(try await thread.read(store) == [question, answer])
            }
        },
        ConformanceCheck("What has ended is not made unfinished again, but an end takes the place of an end") {
            store async throws in
            let thread = try Thread()
            _ = try await store.append(thread.user, thread.message("How much is left?", at: -1, turn: "t"))
            var answer = thread.message("You", role: .assistant, state: .failed, turn: "t")
            try await store.save(thread.user, answer)
            var late = answer
            (late.text, late.state) = ("You have", .partial)
            do throws(PortError) {
                try await store.save(thread.user, late)
                Issue.record("an ended answer was made unfinished")
            } catch {
                #expect(error.code == .conflict)
            }
            #expect(try await thread.read(store).last == answer)
            (answer.text, answer.state) = ("You have £5", .complete)
            try await store.save(thread.user, answer)
            #expect(try await thread.read(store).last == answer)
        },
        ConformanceCheck("An answer that ends after its conversation was deleted does not bring it back") {
            store async throws in
            let thread = try Thread()
            try await thread.say(["Question"], in: store)
            var answer = thread.message("You", at: 7, role: .assistant, state: .partial, turn: "t")
            try await store.save(thread.user, answer)
            #expect(try await store.delete(thread.user, thread.conversation))
            answer.text = "You have £5"
            answer.state = .complete
            try await store.save(thread.user, answer)
            #expect(try await thread.read(store).isEmpty)
            #expect(try await store.find(thread.user, thread.conversation) == nil)
            #expect(try await store.list(thread.user, nil, 5).isEmpty)
        },
        ConformanceCheck("Answers left partial before a moment are failed, keep their text, and are counted once") {
            try await failsOrphans($0)
        },
    ]

    private static func race(
        _ store: Conversations, _ message: @escaping @Sendable (Thread, Int) -> StoredMessage
    ) async throws {
        let thread = try Thread()
        let outcomes = try await withThrowingTaskGroup(of: Stored.self) { group in
            for index in 0..<50 {
                group.addTask { try await store.append(thread.user, message(thread, index)) }
            }
            return try await group.reduce(into: [Stored]()) { $0.append($1) }
        }
        let kept = try await thread.read(store)
        #expect(kept.count == 1)
        let winner = try #require(kept.first)
        #expect(outcomes.count { $0 == .new } == 1)
        #expect(outcomes.count { $0 == .already(winner) } == 49)
    }

    /// Uses times long before those of any other check, since orphans are looked for across all people.
    private static func failsOrphans(_ store: Conversations) async throws {
        let thread = try Thread()
        let longAgo = -800_000_000.0
        var orphan = thread.message("You have £", at: longAgo, role: .assistant, state: .partial, turn: "t1")
        let done = thread.message("Done", at: longAgo + 1, role: .assistant, turn: "t2")
        let running = thread.message("Run", at: longAgo + 100, role: .assistant, state: .partial, turn: "t3")
        for message in [orphan, done, running] { _ = try await store.append(thread.user, message) }
        #expect(try await store.failOrphans(Thread.instant(longAgo + 50)) == 1)
        orphan.state = .failed
        #expect(try await thread.read(store) == [orphan, done, running])
        #expect(try await store.failOrphans(Thread.instant(longAgo + 50)) == 0)
    }
}
