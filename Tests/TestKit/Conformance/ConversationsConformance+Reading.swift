import Finance
import FoundationEssentials
import Ports
import Testing

extension ConversationsConformance {
    static let reading: [ConformanceCheck<Conversations>] = [
        ConformanceCheck("Messages come oldest first by time, and by id when times are equal") { store async throws in
            let thread = try Thread()
            let ids = (0..<4).map { _ in Fresh.id() }.sorted()
            let late = thread.message("late", at: 2, id: ids[0])
            let third = thread.message("third", at: 1, id: ids[3])
            let second = thread.message("second", at: 1, id: ids[2])
            let first = thread.message("first", at: 1, id: ids[1])
            for message in [third, late, first, second] { _ = try await store.append(thread.user, message) }
            #expect(try await thread.texts(store) == ["first", "second", "third", "late"])
        },
        ConformanceCheck("A limit gives the newest messages, still oldest first") { store async throws in
            let thread = try Thread()
            try await thread.say(["a", "b", "c", "d"], in: store)
            #expect(try await thread.texts(store, limit: 2) == ["c", "d"])
            #expect(try await thread.texts(store, limit: 4) == ["a", "b", "c", "d"])
        },
        ConformanceCheck("Paging back from a message misses none and repeats none, equal times included") {
            try await pagesBack($0)
        },
        ConformanceCheck("Paging back from a message of another conversation shows nothing of it") {
            store async throws in
            let thread = try Thread()
            let other = try Thread(of: thread.user)
            try await thread.say(["mine"], in: store)
            let elsewhere = try await other.say(["x", "y"], in: store, from: 100)
            let seen = try await thread.texts(store, before: elsewhere[1].id)
            #expect(seen.allSatisfy { $0 == "mine" })
        },
        ConformanceCheck("A turn gives its own messages, oldest first") { store async throws in
            let thread = try Thread()
            let turn = Fresh.id()
            let question = thread.message("What is left?", turn: turn, client: "c")
            let answer = thread.message("£5", at: 1, role: .assistant, state: .stopped, turn: turn)
            let other = thread.message("Else", at: 2, turn: Fresh.id())
            for message in [answer, other, question] { _ = try await store.append(thread.user, message) }
            #expect(try await store.turn(thread.user, turn) == [question, answer])
            #expect(try await store.turn(thread.user, Fresh.id()).isEmpty)
        },
        ConformanceCheck("A person has history from the first message on, in whichever conversation") {
            store async throws in
            let thread = try Thread("fixed_convo_\(Fresh.id())")
            #expect(try await store.hasHistory(thread.user) == false)
            try await thread.say(["hello"], in: store)
            #expect(try await store.hasHistory(thread.user))
        },
        ConformanceCheck("An unknown conversation is empty, unnamed, and cannot be changed") { store async throws in
            let thread = try Thread()
            #expect(try await thread.read(store).isEmpty)
            #expect(try await store.find(thread.user, thread.conversation) == nil)
            #expect(try await store.list(thread.user, nil, 10).isEmpty)
            #expect(try await store.rename(thread.user, thread.conversation, "Name") == false)
            #expect(try await store.delete(thread.user, thread.conversation) == false)
        },
    ]

    private static func pagesBack(_ store: Conversations) async throws {
        let thread = try Thread()
        let ids = (0..<9).map { _ in Fresh.id() }.sorted()
        for (index, id) in ids.enumerated() {
            _ = try await store.append(thread.user, thread.message("\(index)", at: Double(index / 3), id: id))
        }
        var pages: [[String]] = []
        var before: String?
        repeat {
            let page = try await thread.read(store, before: before, limit: 2)
            pages.insert(page.map(\.text), at: 0)
            before = page.first?.id
        } while before != nil && pages.count < 10
        #expect(pages.flatMap { $0 } == (0..<9).map { "\($0)" })
    }
}
