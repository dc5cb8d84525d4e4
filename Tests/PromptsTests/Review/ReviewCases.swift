import Analyses
import Finance
import Prompts
import TestKit

/// Reviews of the named people and of seeded ones.
enum ReviewCases {
    static func documents() throws -> [(name: String, document: ReviewDocument)] {
        let named = try NamedPeople.all.map { ($0.name, try NamedPeople.snapshot(of: $0.documents)) }
        let seeded = (1...60).map { ("seed \($0)", SeededPeople.snapshot($0)) }
        return (named + seeded).flatMap { name, snapshot in
            [
                ("\(name), month", MonthlyReview(of: snapshot).document),
                ("\(name), month before", MonthlyReview(of: snapshot, month: snapshot.month.previous).document),
                ("\(name), week", WeeklyReview(of: snapshot).document),
            ]
        }
    }

    /// Made once for all laws.
    static let made = Result { try documents() }
}
