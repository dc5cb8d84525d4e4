import Finance
public import FoundationEssentials

/// A short message of our own accord, and how it was received.
///
/// ```
///   queued ──▶ delivered ──▶ read
///     │  ▲         │
///     │  └─ snoozed ◀┘ until its time             any of them ──▶ dismissed
///     └──▶ withheld   the person's week is one without nudges, to tell whether they do anything
/// ```
public struct Nudge: Sendable, Hashable, Codable {
    /// What it is about; raw values are stored and the wire spelling.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A budget's pace, see `PaceAlert`; asked for by the app's own switch.
        case budget
        /// An insight worth a word.
        case insight
        /// A thought on spending, before or after the fact.
        case spending
        /// A check-in that is due; asked for by its cadence.
        case checkIn = "check_in"
        /// A part of a saving goal that is reached.
        case milestone
        /// Debts that are hard to bear.
        case debt
        /// Where help is to be had.
        case care

        /// Whether it is about safety or debt distress: never limited, never withheld, never folded into another.
        var isSafety: Bool { self == .debt || self == .care }
    }

    /// How far it has come.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case queued, delivered, read, dismissed, snoozed, withheld
    }

    /// A message that another one speaks for.
    public struct Folded: Sendable, Hashable, Codable {
        /// The record it was about; nil for none.
        public let subject: String?
        /// Its heading.
        public let title: String
    }

    /// Most titles of others that one message names.
    public static let mostFolded = 3

    /// Where counting the others stops.
    static let mostCounted = 999

    /// 24 hex digits, the same for the same key.
    public let id: String
    /// What it is about.
    public let kind: Kind
    /// Equal for messages that say the same; it names the period, so that it may be forgotten after it.
    public let key: String
    /// A heading.
    public let title: String
    /// Complete British-English text.
    public let text: String
    /// When it was made.
    public let createdAt: Date
    /// Not before this.
    public internal(set) var deliverAfter: Date
    /// Worth nothing from then on unless it was delivered; nil for never.
    public let expiresAt: Date?
    /// How far it has come.
    public internal(set) var state = State.queued
    /// When it came that far.
    public internal(set) var changedAt: Date
    /// Until when it rests; nil unless snoozed.
    public internal(set) var snoozedUntil: Date?
    /// The record it is about; nil for none.
    public let subject: String?
    /// The category whose spending tells what it did; nil when nothing does.
    public let category: String?
    /// Whether it is about safety or debt distress.
    public let isSafety: Bool
    /// Its side of the hold-out; nil when it takes no part.
    public internal(set) var arm: HoldOut.Arm?
    /// Messages of its kind that it speaks for, newest first.
    public internal(set) var folded: [Folded] = []
    /// How many more there were.
    public internal(set) var moreFolded = 0

    /// A message nobody has seen.
    public init(
        _ kind: Kind, key: String, title: String, text: String, at now: Date, deliverAfter: Date? = nil,
        expiresAt: Date? = nil, subject: String? = nil, category: String? = nil, isSafety: Bool? = nil
    ) {
        id = KeyDigest("nudge", key).id
        self.kind = kind
        self.key = key
        self.title = title
        self.text = text
        createdAt = now
        self.deliverAfter = deliverAfter ?? now
        self.expiresAt = expiresAt
        changedAt = now
        self.subject = subject
        self.category = category
        self.isSafety = isSafety ?? kind.isSafety
    }
}

extension Nudge {
    /// Speaks for an older message of its kind from now on. What is about the same record is overtaken and not named.
    mutating func fold(_ older: Nudge) {
        let said = [Folded(subject: older.subject, title: older.title)] + older.folded
        let other = said.filter { $0.subject == nil || $0.subject != subject }
        folded = Array(other.prefix(Self.mostFolded))
        moreFolded = min(older.moreFolded + other.count - folded.count, Self.mostCounted)
        deliverAfter = min(deliverAfter, older.deliverAfter)
    }

    /// Whether it waits for delivery and its time has come.
    func isDue(at now: Date) -> Bool {
        guard let due = dueFrom, due <= now else { return false }
        return expiresAt.map { now < $0 } ?? true
    }

    /// From when on it wants to be delivered; nil when it does not.
    var dueFrom: Date? {
        switch state {
        case .queued: deliverAfter
        case .snoozed: snoozedUntil ?? changedAt
        case .delivered, .read, .dismissed, .withheld: nil
        }
    }

    /// Moves on; a state other than snoozed has no end.
    mutating func become(_ state: State, at now: Date, until: Date? = nil) {
        self.state = state
        changedAt = now
        snoozedUntil = until
    }
}

extension Nudge {
    /// What is shown: its text, then what it speaks for.
    public var fullText: String {
        guard !folded.isEmpty || moreFolded > 0 else { return text }
        let more = moreFolded > 0 ? ["\(moreFolded) more"] : []
        return "\(text) Also: \((folded.map(\.title) + more).joined(separator: "; "))."
    }

    /// As a list or a frame shows it.
    public var json: JSON {
        [
            "id": .string(id), "kind": .string(kind.rawValue), "title": .string(title), "text": .string(fullText),
            "state": .string(state.rawValue), "createdAt": .string(createdAt.rfc3339),
            "snoozedUntil": .string(orNull: snoozedUntil?.rfc3339), "subject": .string(orNull: subject),
            "category": .string(orNull: category), "isSafety": .bool(isSafety),
        ]
    }
}
