internal import Finance
internal import FoundationEssentials
public import Mongo
public import Ports

extension Conversations {
    /// Chat history beside the main backend's data, in collections of our own. `MongoSchema.prepare` makes the unique
    /// index that storing once rests on.
    public static func mongo(_ client: MongoClient) -> Conversations {
        let messages = MessageStore(client: client)
        let threads = ThreadList(client: client)
        let names = ThreadNames(client: client)
        return Conversations(
            append: { user, message async throws(PortError) in try await messages.append(user, message) },
            save: { user, message async throws(PortError) in try await messages.save(user, message) },
            messages: { user, conversation, before, limit async throws(PortError) in
                try await messages.page(user, conversation, before: before, limit: limit)
            },
            turn: { user, turn async throws(PortError) in try await messages.turn(user, turn) },
            hasHistory: { user async throws(PortError) in try await messages.hasHistory(user) },
            list: { user, after, limit async throws(PortError) in
                try await threads.rows(user, after: after, limit: limit)
            },
            search: { user, words, before, limit async throws(PortError) in
                try await messages.search(user, words, before: before, limit: limit)
            },
            find: { user, conversation async throws(PortError) in try await threads.row(user, conversation) },
            rename: { user, conversation, title async throws(PortError) in
                guard try await messages.exists(user, conversation) else { return false }
                try await names.give(title, to: conversation, of: user)
                return true
            },
            delete: { user, conversation async throws(PortError) in
                // Names first: should the second step fail, what is left is a nameless conversation that can be deleted
                // again, and never a name that a new one would inherit.
                guard try await messages.exists(user, conversation) else { return false }
                try await names.forget(conversation, of: user)
                return try await messages.delete(user, conversation) > 0
            },
            failOrphans: { before async throws(PortError) in try await messages.failOrphans(before: before) })
    }
}

/// Titles people gave to their conversations.
private struct ThreadNames: Sendable {
    let client: MongoClient

    func give(_ title: String, to conversation: ConversationID, of user: UserID) async throws(PortError) {
        _ = try await PortError.translating { () async throws(MongoError) in
            try await client.update(
                key(conversation, user), with: ["$set": ["title": .string(title)]], in: OwnCollection.titles,
                upsert: true)
        }
    }

    func forget(_ conversation: ConversationID, of user: UserID) async throws(PortError) {
        for collection in [OwnCollection.titles, .legacyTitles] {
            _ = try await PortError.translating { () async throws(MongoError) in
                try await client.delete(key(conversation, user), from: collection, many: true)
            }
        }
    }

    private func key(_ conversation: ConversationID, _ user: UserID) -> BSONDocument {
        ["userId": BSON(user), "conversation_id": .string(conversation.text)]
    }
}
