import Finance
import FoundationEssentials
import Ports
import Testing

extension ConversationsConformance {
    static let ownership: [ConformanceCheck<Conversations>] = [
        ConformanceCheck("Another person's conversation reads as one that does not exist") { store async throws in
            let (mine, theirs) = try await neighbours(store)
            let stranger = try Thread(mine.conversation.text, of: Fresh.user())
            #expect(try await stranger.read(store).isEmpty)
            #expect(try await store.find(stranger.user, mine.conversation) == nil)
            #expect(try await store.list(stranger.user, nil, 10).isEmpty)
            #expect(try await store.hasHistory(stranger.user) == false)
            #expect(try await mine.texts(store) == ["mine"])
            #expect(try await theirs.texts(store) == ["theirs"])
        },
        ConformanceCheck("Renaming or deleting another person's conversation changes nothing") { store async throws in
            let (mine, _) = try await neighbours(store)
            let stranger = try Fresh.user()
            #expect(try await store.rename(stranger, mine.conversation, "Stolen") == false)
            #expect(try await store.delete(stranger, mine.conversation) == false)
            #expect(try await store.find(mine.user, mine.conversation)?.title == "Mine")
            #expect(try await mine.texts(store) == ["mine"])
        },
        ConformanceCheck("Of two people with one conversation id each renames and deletes only their own") {
            store async throws in
            let (mine, theirs) = try await neighbours(store)
            #expect(try await store.rename(mine.user, mine.conversation, "Renamed"))
            #expect(try await store.find(theirs.user, theirs.conversation)?.title == "Theirs")
            #expect(try await store.delete(mine.user, mine.conversation))
            #expect(try await theirs.texts(store) == ["theirs"])
        },
        ConformanceCheck("Another person's turn shows nothing") { store async throws in
            let thread = try Thread()
            let turn = Fresh.id()
            _ = try await store.append(thread.user, thread.message("private", turn: turn))
            #expect(try await store.turn(Fresh.user(), turn).isEmpty)
        },
        ConformanceCheck("Another person's message id neither pages into their thread nor overwrites it") {
            store async throws in
            let mine = try Thread()
            let stranger = try Thread(mine.conversation.text)
            let secret = mine.message("private", at: 50, role: .assistant)
            _ = try await store.append(mine.user, secret)
            try await stranger.say(["own"], in: store)
            let paged = try await stranger.texts(store, before: secret.id)
            #expect(paged.allSatisfy { $0 == "own" })
            var forged = secret
            forged.text = "forged"
            // Refusing or ignoring it are both right; showing or changing the other person's message is not.
            do {
                try await store.save(stranger.user, forged)
            } catch let error as PortError { #expect(!error.isRetryable) }
            do {
                let outcome = try await store.append(stranger.user, forged)
                #expect(outcome != .already(secret))
            } catch let error as PortError { #expect(!error.isRetryable) }
            #expect(try await mine.read(store) == [secret])
        },
    ]

    /// Two people whose conversations have the same id.
    private static func neighbours(_ store: Conversations) async throws -> (mine: Thread, theirs: Thread) {
        let mine = try Thread()
        let theirs = try Thread(mine.conversation.text)
        try await mine.say(["mine"], in: store)
        try await theirs.say(["theirs"], in: store)
        return (mine, theirs)
    }
}
