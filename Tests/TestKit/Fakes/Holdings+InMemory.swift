public import Finance
public import Ports

extension Holdings {
    /// These parts of these people, and nothing that ages.
    public static func inMemory(_ held: [UserID: [Part]] = [:]) -> Holdings {
        Holdings(
            export: { user throws(PortError) in held[user] ?? [] },
            erase: { user throws(PortError) in held[user]?.count ?? 0 },
            owners: { after, limit throws(PortError) in
                Array(held.keys.sorted().filter { user in after.map { user > $0 } ?? true }.prefix(limit))
            }, purge: { _ throws(PortError) in 0 })
    }
}
