internal import Analyses
internal import Finance
internal import Hummingbird
internal import Ports

/// The caller beside a published group of people with a similar income, or why there is no comparison.
enum PeersRoute {
    static func route(_ parts: RouteParts, at door: Door) -> Route {
        .person(.get, "/analysis/peers", description, at: door) { _, _, caller in
            let now = parts.now()
            let snapshot = try await parts.snapshots.read(caller.user, Month(containing: now), now)
            return .json(try await parts.stores.peerGroups.comparison(of: snapshot).json)
        }
    }

    private static let description = Operation(
        id: "analysisPeers", summary: "The caller beside people with a similar income", tag: "analysis",
        answers: [
            .init(status: 200, words: "The comparison, or why there is none.", schema: Schema.named("PeerComparison")),
            .problem(404, "The caller has no records here any more."),
        ])
}
