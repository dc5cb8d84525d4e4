import Finance
import Ports

/// Which sockets there are, and who sits where. A value; the desk locks it.
struct Roster {
    private struct Seat {
        var session: Session
        var conversation: ConversationID
    }

    private var sessions: [Int: Session] = [:]
    private var people: [UserID: [Seat]] = [:]
    private var users: [Int: UserID] = [:]
    private var lastKey = 0

    /// How many sockets, known and unknown.
    var count: Int { sessions.count }
    /// Every socket.
    var all: [Session] { Array(sessions.values) }

    /// Everyone with a socket.
    var everyone: [UserID] { Array(people.keys) }

    /// A number no other socket has had.
    mutating func nextKey() -> Int {
        lastKey += 1
        return lastKey
    }

    /// A socket has opened.
    mutating func add(_ session: Session) { sessions[session.key] = session }

    /// Gives a socket its person and conversation; false when the person has `limit` sockets or this one has gone.
    mutating func seat(_ session: Session, _ user: UserID, _ conversation: ConversationID, limit: Int) -> Bool {
        guard sessions[session.key] != nil, people[user, default: []].count < limit else { return false }
        people[user, default: []].append(Seat(session: session, conversation: conversation))
        users[session.key] = user
        return true
    }

    /// A socket has gone.
    mutating func remove(_ session: Session) {
        sessions[session.key] = nil
        guard let user = users.removeValue(forKey: session.key) else { return }
        people[user]?.removeAll { $0.session === session }
        if people[user]?.isEmpty == true { people[user] = nil }
    }

    /// A person's sockets.
    func members(_ user: UserID) -> [Session] { people[user, default: []].map(\.session) }

    /// A person's sockets that show a conversation.
    func members(_ user: UserID, _ conversation: ConversationID) -> [Session] {
        people[user, default: []].filter { $0.conversation == conversation }.map(\.session)
    }
}
