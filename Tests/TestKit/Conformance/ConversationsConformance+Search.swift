import Finance
import FoundationEssentials
import Ports
import Testing

extension ConversationsConformance {
    static let search: [ConformanceCheck<Conversations>] = [
        ConformanceCheck("Looking for words finds messages that hold all of them, newest first, in every conversation")
        {
            store async throws in
            let one = try Thread()
            let other = try Thread(of: one.user)
            try await one.say(["How much for food?", "And the rent of March?"], in: store)
            try await other.say(["RENT again, and food", "Rent only"], in: store, from: 10)
            func found(_ words: [String], before: String? = nil, limit: Int = 10) async throws -> [String] {
                try await store.search(one.user, words, before, limit).map(\.text)
            }
            #expect(try await found(["rent"]) == ["Rent only", "RENT again, and food", "And the rent of March?"])
            #expect(try await found(["FOOD", "rent"]) == ["RENT again, and food"])
            #expect(try await found(["rent"], limit: 1) == ["Rent only"])
            let newest = try #require(try await store.search(one.user, ["rent"], nil, 1).first)
            #expect(newest.conversation == other.conversation)
            #expect(try await found(["rent"], before: newest.id).count == 2)
            #expect(try await found(["rent"], before: Fresh.id()).isEmpty)
            #expect(try await found(["mortgage"]).isEmpty)
            #expect(try await found([]).isEmpty)
        },
        ConformanceCheck("What is looked for is words, never a pattern, and nobody else's are found") {
            store async throws in
            let thread = try Thread()
            let stranger = try Thread()
            try await thread.say(["a.c (50%) £3 [x] back\\slash", "abc 50 3"], in: store)
            try await stranger.say(["a.c of a stranger"], in: store)
            for word in ["a.c", "(50%)", "£3", "[x]", "back\\slash"] {
                #expect(
                    try await store.search(thread.user, [word], nil, 5).map(\.text) == ["a.c (50%) £3 [x] back\\slash"])
            }
            for pattern in [".*", "a|b", "^a", "%", "_bc"] {
                let found = try await store.search(thread.user, [pattern], nil, 5)
                #expect(found.allSatisfy { $0.text.lowercased().contains(pattern) }, "\(pattern)")
            }
        },
        ConformanceCheck("The list goes on behind a conversation, and what begins meanwhile moves nothing") {
            store async throws in
            let first = try Thread()
            var threads = [first]
            for second in 1..<5 {
                let thread = try Thread(of: first.user)
                try await thread.say(["Hello"], in: store, from: Double(second))
                threads.append(thread)
            }
            try await first.say(["Hello"], in: store)
            let page = try await store.list(first.user, nil, 2)
            #expect(page.map(\.id) == [threads[4].conversation, threads[3].conversation])
            try await Thread(of: first.user).say(["Newest"], in: store, from: 60)
            let next = try await store.list(first.user, page.last?.id, 2)
            #expect(next.map(\.id) == [threads[2].conversation, threads[1].conversation])
            #expect(try await store.list(first.user, next.last?.id, 5).map(\.id) == [first.conversation])
            #expect(try await store.list(first.user, try Thread().conversation, 5).isEmpty)
        },
        ConformanceCheck("What an answer stands in place of and was made with is kept, also when it grows") {
            store async throws in
            let thread = try Thread()
            let question = try await thread.say(["Question"], in: store)[0]
            var answer = thread.message("Half", at: 1, role: .assistant, state: .partial)
            answer.replaces = question.id
            try await store.save(thread.user, answer)
            (answer.text, answer.state) = ("All of it", .complete)
            answer.origin = AnswerOrigin(model: "m", rules: "0f", facts: "a1")
            try await store.save(thread.user, answer)
            let read = try #require(try await thread.read(store).last)
            #expect(read == answer)
        },
    ]
}
