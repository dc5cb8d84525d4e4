internal import Finance
internal import Ports

/// What a watch over changes has to look at next. Changes are collected for a beat, so that a hundred payments in a row
/// are a look or two; where changes are not told, everyone is asked about every few beats.
///
/// ```
///   [ asking ]  every `pause`  ◀── changes end ──  [ told ]  every `assurance`, for what the store could not tell
///        └───────────────────── following ───────────▲
/// ```
struct WatchAgenda: Sendable {
    /// What one beat asks of the store about those who are here.
    enum Question: Sendable {
        case nothing
        /// Only who has another version than before is read.
        case versions
        /// Who has no version, for a record that does not say when it changed, is read as well.
        case everything
    }

    /// How often everyone is asked about while changes are told, and how often those without a version are read.
    static let assurance: Duration = .seconds(30)
    /// People who changed and wait for the next beat; of more, everyone is asked about.
    static let most = 10_000

    private(set) var isTold = false
    private var changed: Set<UserID> = []
    private var isEveryoneDue = true
    private var last: Duration?
    private var lastEverything: Duration?

    /// Takes what was told. Whoever begins to be told asks about everyone once: what came before is not told.
    mutating func take(_ event: Changes.Event) {
        switch event {
        case .following:
            isTold = true
            isEveryoneDue = true
        case .changed(let user):
            changed.insert(user)
            if changed.count > Self.most { isEveryoneDue = true }
        }
    }

    /// Changes are not told any more.
    mutating func lose() {
        isTold = false
        changed = []
        isEveryoneDue = true
    }

    /// Who is to be looked at in this beat: those who changed and are here.
    mutating func due(among people: Set<UserID>) -> [UserID] {
        defer { changed = [] }
        return changed.intersection(people).sorted()
    }

    /// What is to be asked about everyone now, `pause` being the usual time between.
    mutating func question(at now: Duration, every pause: Duration) -> Question {
        let wait = isTold ? max(pause, Self.assurance) : pause
        guard isEveryoneDue || last.map({ now - $0 >= wait }) ?? true else { return .nothing }
        last = now
        guard isEveryoneDue || lastEverything.map({ now - $0 >= Self.assurance }) ?? true else { return .versions }
        isEveryoneDue = false
        lastEverything = now
        return .everything
    }
}
