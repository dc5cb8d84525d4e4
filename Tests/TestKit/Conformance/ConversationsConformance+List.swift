import Finance
import FoundationEssentials
import Ports
import Prompts
import Testing

extension ConversationsConformance {
    static let list: [ConformanceCheck<Conversations>] = [
        ConformanceCheck("The list shows newest activity first, and no more than asked for") { store async throws in
            let quiet = try Thread()
            let busy = try Thread(of: quiet.user)
            try await busy.say(["Started first"], in: store)
            try await quiet.say(["Started second"], in: store, from: 10)
            try await busy.say(["Newest of all"], in: store, from: 20)
            let rows = try await store.list(quiet.user, nil, 10)
            #expect(rows.map(\.id) == [busy.conversation, quiet.conversation])
            #expect(try await store.list(quiet.user, nil, 1).map(\.id) == [busy.conversation])
            #expect(rows.first?.createdAt == Thread.instant(0))
            #expect(rows.first?.lastAt == Thread.instant(20))
        },
        ConformanceCheck("A title is made from the first question and stays when more is said") { store async throws in
            let thread = try Thread()
            _ = try await store.append(thread.user, thread.message("Welcome!", role: .assistant))
            try await thread.say(["How much did I spend on food?", "And rent?"], in: store, from: 1)
            let row = try #require(try await store.find(thread.user, thread.conversation))
            #expect(row.title == "How much did I spend on food?")
            #expect(try await store.list(thread.user, nil, 5) == [row])
        },
        ConformanceCheck("A long question makes a short title on one line") { store async throws in
            let thread = try Thread()
            try await thread.say([String(repeating: "word \n", count: 100)], in: store)
            let title = try #require(try await store.find(thread.user, thread.conversation)).title
            #expect(title.hasPrefix("Word word") && !title.contains("\n") && title.count <= ConversationTitle.limit)
        },
        ConformanceCheck("A given title is kept, may be given again, and moves nothing in the list") {
            store async throws in
            let thread = try Thread()
            let newer = try Thread(of: thread.user)
            try await thread.say(["Question"], in: store)
            try await newer.say(["Later"], in: store, from: 10)
            for _ in 1...2 { #expect(try await store.rename(thread.user, thread.conversation, "Holiday £") == true) }
            try await thread.say(["More"], in: store, from: 5)
            let row = try #require(try await store.find(thread.user, thread.conversation))
            #expect(row.title == "Holiday £")
            #expect(try await store.list(thread.user, nil, 5).map(\.id) == [newer.conversation, thread.conversation])
        },
        ConformanceCheck("Deleting removes the conversation with every message, and only that one") {
            store async throws in
            let thread = try Thread()
            let kept = try Thread(of: thread.user)
            let turn = Fresh.id()
            _ = try await store.append(thread.user, thread.message("gone", turn: turn, client: "c-1"))
            try await kept.say(["stays"], in: store)
            #expect(try await store.delete(thread.user, thread.conversation))
            #expect(try await thread.read(store).isEmpty)
            #expect(try await store.turn(thread.user, turn).isEmpty)
            #expect(try await store.find(thread.user, thread.conversation) == nil)
            #expect(try await store.list(thread.user, nil, 5).map(\.id) == [kept.conversation])
            #expect(try await kept.texts(store) == ["stays"])
            #expect(try await store.delete(thread.user, thread.conversation) == false)
        },
        ConformanceCheck("A deleted conversation may be begun anew under its id, without its old title") {
            store async throws in
            let thread = try Thread()
            try await thread.say(["Old"], in: store)
            _ = try await store.rename(thread.user, thread.conversation, "Named")
            _ = try await store.delete(thread.user, thread.conversation)
            try await thread.say(["Anew"], in: store, from: 30)
            let row = try #require(try await store.find(thread.user, thread.conversation))
            #expect(row.title == "Anew" && row.createdAt == Thread.instant(30))
            #expect(try await thread.texts(store) == ["Anew"])
        },
        ConformanceCheck("An answer that is only saved counts as activity too") { store async throws in
            let thread = try Thread()
            try await thread.say(["Question"], in: store)
            try await store.save(thread.user, thread.message("Answer", at: 7, role: .assistant, state: .partial))
            #expect(try await store.find(thread.user, thread.conversation)?.lastAt == Thread.instant(7))
        },
    ]
}
