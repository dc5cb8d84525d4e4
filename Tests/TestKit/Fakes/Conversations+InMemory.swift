public import Finance
import FoundationEssentials
public import NIOConcurrencyHelpers
public import Ports
import Prompts

/// Stored history in memory, with switches to misbehave. It keeps the same promises as a real store.
public final class MemoryStore: Sendable {
    /// What a test can make fail.
    public enum Call: Sendable, Hashable { case append, save, messages, turn }

    /// One planned failure.
    public struct Fault: Sendable {
        var error: PortError
        /// The write happens, only its reply is lost.
        var happensAnyway: Bool
        var times: Int
    }

    private struct Key: Hashable {
        var user: UserID
        var conversation: ConversationID
    }

    private struct State {
        var messages: [String: (owner: UserID, message: StoredMessage)] = [:]
        var titles: [Key: String] = [:]
        var faults: [Call: Fault] = [:]
        var gates: [Call: Gate] = [:]
    }

    private let state = NIOLockedValueBox(State())
    /// The newest beat of each instance over it.
    public let beats = NIOLockedValueBox<[String: Int64]>([:])
    /// Every write that was tried, in order.
    public let writes = Journal<StoredMessage>()

    /// An empty store.
    public init() {}

    /// The next `times` calls fail; with `happensAnyway` the write is done and its reply lost.
    public func fail(
        _ call: Call, times: Int = .max, with error: PortError = PortError(.unavailable, "planned"),
        happensAnyway: Bool = false
    ) {
        state.withLockedValue { $0.faults[call] = Fault(error: error, happensAnyway: happensAnyway, times: times) }
    }

    /// Calls work again.
    public func heal(_ call: Call) { state.withLockedValue { $0.faults[call] = nil } }

    /// Calls wait at a gate until the test opens it.
    public func hold(_ call: Call, at gate: Gate) { state.withLockedValue { $0.gates[call] = gate } }

    /// What one person has, oldest first.
    public func all(of user: UserID) -> [StoredMessage] {
        state.withLockedValue { state in
            state.messages.values.filter { $0.owner == user }.map(\.message).sorted(by: Self.isEarlier)
        }
    }

    /// Every message with whose it is.
    var owned: [(owner: UserID, message: StoredMessage)] { state.withLockedValue { Array($0.messages.values) } }

    /// The port over it.
    public var port: Conversations {
        Conversations(
            append: { user, message throws(PortError) in try await self.append(user, message) },
            save: { user, message throws(PortError) in try await self.save(user, message) },
            messages: { user, conversation, before, limit throws(PortError) in
                try await self.enter(.messages)
                return self.page(user, conversation, before, limit)
            },
            turn: { user, turn throws(PortError) in
                try await self.enter(.turn)
                return self.all(of: user).filter { $0.turnID == turn }
            },
            hasHistory: { user in !self.all(of: user).isEmpty },
            list: { user, after, limit in self.list(user, after, limit) },
            search: { user, words, before, limit in self.search(user, words, before, limit) },
            find: { user, conversation in self.summaries(user).first { $0.id == conversation } },
            rename: { user, conversation, title in self.rename(user, conversation, title) },
            delete: { user, conversation in self.delete(user, conversation) },
            failOrphans: { before in self.failOrphans(before) })
    }
}

extension MemoryStore {
    private func append(_ user: UserID, _ message: StoredMessage) async throws(PortError) -> Stored {
        let fault = try await enterWrite(.append, message)
        let outcome = state.withLockedValue { state -> Result<Stored, PortError> in
            let known =
                state.messages[message.id]
                ?? state.messages.values.first {
                    $0.owner == user && message.clientMessageID != nil
                        && $0.message.clientMessageID == message.clientMessageID
                }
            if let known {
                return known.owner == user
                    ? .success(.already(known.message)) : .failure(PortError(.conflict, "taken"))
            }
            state.messages[message.id] = (user, message)
            return .success(.new)
        }
        if let fault { throw fault }
        return try outcome.get()
    }

    private func save(_ user: UserID, _ message: StoredMessage) async throws(PortError) {
        let fault = try await enterWrite(.save, message)
        let isTaken = state.withLockedValue { state in
            if let known = state.messages[message.id] {
                guard known.owner == user, message.state != .partial || known.message.state == .partial else {
                    return false
                }
            }
            let isOpen = state.messages.values.contains {
                $0.owner == user && $0.message.conversation == message.conversation
            }
            if isOpen { state.messages[message.id] = (user, message) }
            return true
        }
        if let fault { throw fault }
        if !isTaken { throw PortError(.conflict, "another person's message, or one that has ended") }
    }

    private func enterWrite(_ call: Call, _ message: StoredMessage) async throws(PortError) -> PortError? {
        writes.append(message)
        guard let fault = await pass(call) else { return nil }
        if fault.happensAnyway { return fault.error }
        throw fault.error
    }

    private func enter(_ call: Call) async throws(PortError) {
        if let fault = await pass(call) { throw fault.error }
    }

    private func pass(_ call: Call) async -> Fault? {
        await state.withLockedValue { $0.gates[call] }?.hold()
        return state.withLockedValue { state in
            guard var fault = state.faults[call], fault.times > 0 else { return nil }
            fault.times -= 1
            state.faults[call] = fault
            return fault
        }
    }

    private static func isEarlier(_ lhs: StoredMessage, _ rhs: StoredMessage) -> Bool {
        (lhs.at, lhs.id) < (rhs.at, rhs.id)
    }

    private func page(_ user: UserID, _ conversation: ConversationID, _ before: String?, _ limit: Int)
        -> [StoredMessage]
    {
        var rows = all(of: user).filter { $0.conversation == conversation }
        if let before {
            guard let end = rows.firstIndex(where: { $0.id == before }) else { return [] }
            rows = Array(rows[..<end])
        }
        return Array(rows.suffix(limit))
    }
}

extension MemoryStore {
    private func summaries(_ user: UserID) -> [ConversationSummary] {
        let titles = state.withLockedValue { $0.titles }
        let threads = Dictionary(grouping: all(of: user), by: \.conversation)
        let rows = threads.compactMap { id, messages -> ConversationSummary? in
            guard let first = messages.first, let last = messages.last else { return nil }
            let question = messages.first { $0.role == .user }.map { ConversationTitle.make(from: $0.text) }
            let title = titles[Key(user: user, conversation: id)] ?? question ?? ConversationTitle.untitled
            return ConversationSummary(id: id, title: title, createdAt: first.at, lastAt: last.at)
        }
        return rows.sorted { ($1.lastAt, $0.id.text) < ($0.lastAt, $1.id.text) }
    }

    private func list(_ user: UserID, _ after: ConversationID?, _ limit: Int) -> [ConversationSummary] {
        let all = summaries(user)
        guard let after else { return Array(all.prefix(limit)) }
        guard let place = all.firstIndex(where: { $0.id == after }) else { return [] }
        return Array(all[(place + 1)...].prefix(limit))
    }

    private func search(_ user: UserID, _ words: [String], _ before: String?, _ limit: Int) -> [StoredMessage] {
        var rows = all(of: user)
        if let before {
            guard let end = rows.firstIndex(where: { $0.id == before }) else { return [] }
            rows = Array(rows[..<end])
        }
        let wanted = words.map { $0.lowercased() }
        let found = rows.reversed().filter { row in
            !wanted.isEmpty && wanted.allSatisfy { row.text.lowercased().contains($0) }
        }
        return Array(found.prefix(limit))
    }

    private func rename(_ user: UserID, _ conversation: ConversationID, _ title: String) -> Bool {
        guard summaries(user).contains(where: { $0.id == conversation }) else { return false }
        state.withLockedValue { $0.titles[Key(user: user, conversation: conversation)] = title }
        return true
    }

    private func delete(_ user: UserID, _ conversation: ConversationID) -> Bool {
        state.withLockedValue { state in
            let mine = state.messages.filter { $0.value.owner == user && $0.value.message.conversation == conversation }
            for id in mine.keys { state.messages[id] = nil }
            state.titles[Key(user: user, conversation: conversation)] = nil
            return !mine.isEmpty
        }
    }

    private func failOrphans(_ before: Date) -> Int {
        state.withLockedValue { state in
            let orphans = state.messages.filter { $0.value.message.state == .partial && $0.value.message.at < before }
            for id in orphans.keys { state.messages[id]?.message.state = .failed }
            return orphans.count
        }
    }
}

extension Conversations {
    /// A fresh store in memory, for tests that need no switches.
    public static func inMemory() -> Conversations { MemoryStore().port }
}
