import Analyses
import Finance
import TestKit

/// Reviews of the named people in April 2026.
enum Reviews {
    static func of(_ documents: SnapshotDocuments) throws -> Review {
        Review(of: try NamedPeople.snapshot(of: documents))
    }
}

extension Review {
    /// The printed figure of an id; nil when there is no such figure.
    func printed(_ id: String) -> String? { figures.first { $0.id == id }?.printed }

    /// The basis of an id's figure.
    func basis(_ id: String) -> String? { figures.first { $0.id == id }?.basis }
}
