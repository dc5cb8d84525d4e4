import DequeModule
import Finance
import Ports

/// Which turns there are, who may begin another, and which finished ones can still be replayed. A value without locks,
/// tasks or clocks: `TurnRegistry` drives it.
struct TurnTable {
    /// May this turn begin?
    enum Opening {
        case opened
        /// The same client id is known: this is its turn.
        case existing(Turn)
        /// This person, or everybody together, has no room.
        case busy
        case limited(Duration)
    }

    private struct Slots {
        var rate: RateLimit
        /// Storing, waiting and running turns.
        var active: Set<TurnID> = []
        var running: TurnID?
        var queued: Deque<Turn> = []
        var byClientID: [String: TurnID] = [:]
    }

    private let limits: TurnLimits
    private let replay: ReplayLimits
    private var people: [UserID: Slots] = [:]
    private var turns: [TurnID: Turn] = [:]
    private var finished: Deque<(id: TurnID, until: Duration, weight: Int)> = []
    private var keptBytes = 0
    /// Turns of everybody that are not over.
    private(set) var live = 0

    /// No turns.
    init(limits: TurnLimits, replay: ReplayLimits) {
        self.limits = limits
        self.replay = replay
    }

    /// Takes a place for a turn, counting it against its person's limits.
    mutating func open(_ turn: Turn, at now: Duration) -> Opening {
        let subject = turn.subject
        var slots = people[subject.user] ?? Slots(rate: RateLimit(limits.perWindow, per: limits.window))
        if let client = subject.clientKey, let id = slots.byClientID[client], let known = turns[id] {
            return .existing(known)
        }
        guard slots.active.count <= limits.queuedPerPerson, live < limits.running + limits.waiting else { return .busy }
        if let wait = slots.rate.take(at: now) {
            people[subject.user] = slots
            return .limited(wait)
        }
        slots.active.insert(subject.id)
        if let client = subject.clientKey { slots.byClientID[client] = subject.id }
        people[subject.user] = slots
        turns[subject.id] = turn
        live += 1
        return .opened
    }

    /// Its question is stored. True: run it now; false: it waits behind the person's running one.
    mutating func start(_ turn: Turn) -> Bool {
        guard var slots = people[turn.subject.user], slots.active.contains(turn.subject.id) else { return false }
        defer { people[turn.subject.user] = slots }
        if slots.running == nil {
            slots.running = turn.subject.id
            return true
        }
        slots.queued.append(turn)
        return false
    }

    /// It never became a turn: gives back place, pace and client id.
    mutating func drop(_ turn: Turn) {
        guard var slots = people[turn.subject.user], slots.active.remove(turn.subject.id) != nil else { return }
        slots.rate.giveBack()
        if let client = turn.subject.clientKey { slots.byClientID[client] = nil }
        people[turn.subject.user] = slots
        turns[turn.subject.id] = nil
        live -= 1
    }

    /// It is over and becomes a kept one. Gives the person's next turn, which is to run now.
    mutating func end(_ turn: Turn, at now: Duration) -> Turn? {
        let subject = turn.subject
        guard var slots = people[subject.user], slots.active.remove(subject.id) != nil else { return nil }
        live -= 1
        var next: Turn?
        if slots.running == subject.id {
            next = slots.queued.popFirst()
            slots.running = next?.subject.id
        } else {
            slots.queued.removeAll { $0.subject.id == subject.id }
        }
        people[subject.user] = slots
        finished.append((subject.id, now + replay.keptFor, turn.weight))
        keptBytes += turn.weight
        expire(at: now)
        return next
    }

    /// Forgets finished turns whose time or room is up, and people about whom nothing is left to know.
    mutating func expire(at now: Duration) {
        while let oldest = finished.first, oldest.until <= now || keptBytes > replay.keptBytes {
            finished.removeFirst()
            keptBytes -= oldest.weight
            guard let turn = turns.removeValue(forKey: oldest.id), let client = turn.subject.clientKey else { continue }
            people[turn.subject.user]?.byClientID[client] = nil
        }
    }

    /// Forgets the finished turns of a person who is forgotten; those that still run are stopped by whoever asks.
    mutating func forget(_ user: UserID) {
        let theirs = finished.filter { turns[$0.id]?.subject.user == user }
        let ids = Set(theirs.map(\.id))
        finished.removeAll { ids.contains($0.id) }
        keptBytes -= theirs.reduce(0) { $0 + $1.weight }
        for id in ids {
            guard let turn = turns.removeValue(forKey: id), let client = turn.subject.clientKey else { continue }
            people[user]?.byClientID[client] = nil
        }
    }

    /// Forgets people about whom nothing is left to know.
    mutating func forgetIdlePeople(at now: Duration) {
        people = people.filter {
            !$0.value.active.isEmpty || !$0.value.byClientID.isEmpty || !$0.value.rate.isIdle(at: now)
        }
    }

    /// A turn of this person; another person's is nil, like one that never was.
    func find(_ id: TurnID, of user: UserID) -> Turn? {
        guard let turn = turns[id], turn.subject.user == user else { return nil }
        return turn
    }

    /// This person's turns in a conversation that are not over, oldest first.
    func active(of user: UserID, in conversation: ConversationID) -> [Turn] {
        guard let slots = people[user] else { return [] }
        let mine = slots.active.compactMap { turns[$0] }.filter { $0.subject.conversation == conversation }
        return mine.sorted { $0.subject.id.text < $1.subject.id.text }
    }

    /// All turns of this person that are not over.
    func active(of user: UserID) -> [Turn] { (people[user]?.active ?? []).compactMap { turns[$0] } }

    /// Every turn that is not over.
    var unfinished: [Turn] { people.values.flatMap { slots in slots.active.compactMap { turns[$0] } } }
    /// Every finished turn that is kept.
    var kept: [Turn] { finished.compactMap { turns[$0.id] } }
}

extension TurnSubject {
    /// What makes a repeated send the same turn.
    var clientKey: String? { regenerates == nil ? question.clientMessageID : nil }
}
