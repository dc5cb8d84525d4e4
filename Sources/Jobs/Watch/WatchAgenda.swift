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
    /// How often everyone is asked about while changes are told.
    static let assurance: Duration = .seconds(30)
    /// People who changed and wait for the next beat; of more, everyone is asked about.
    static let most = 10_000

    private(set) var isTold = false
    private var changed: Set<UserID> = []
    private var isEveryoneDue = true
    private var last: Duration?

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

    /// Whether everyone is to be asked about now, `pause` being the usual time between.
    mutating func asksEveryone(at now: Duration, every pause: Duration) -> Bool {
        let wait = isTold ? max(pause, Self.assurance) : pause
        guard isEveryoneDue || last.map({ now - $0 >= wait }) ?? true else { return false }
        isEveryoneDue = false
        last = now
        return true
    }
}
