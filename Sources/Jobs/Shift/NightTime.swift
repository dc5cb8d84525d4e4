public import Finance
public import FoundationEssentials

/// The time of day at which a night begins, in the zone of the people it is for.
///
/// On the day clocks go forward a time they skip comes as much later; on the day they go back the first of two counts.
/// Nights are told apart by their calendar day, so neither ever makes two or none.
public struct NightTime: Sendable, Hashable {
    /// Minutes after local midnight, 0…1439.
    public var minutes: Int
    /// Whose midnight.
    public var zone: TimeZone

    /// A time of day in a zone.
    public init(minutes: Int, zone: TimeZone) {
        self.minutes = min(max(minutes, 0), 1_439)
        self.zone = zone
    }

    /// A night and when it begins.
    public struct Beginning: Sendable, Hashable {
        /// The local calendar day.
        public var day: Day
        /// The moment.
        public var at: Date
    }

    /// The newest night that has begun by `now`.
    public func latest(at now: Date) -> Beginning {
        let today = localDay(now)
        let begun = [today.advanced(by: 1), today, today.advanced(by: -1)].map(beginning).first { $0.at <= now }
        return begun ?? beginning(of: today.advanced(by: -2))
    }

    /// The first night that begins after `now`.
    public func next(after now: Date) -> Beginning {
        let today = localDay(now)
        let coming = [today.advanced(by: -1), today, today.advanced(by: 1)].map(beginning).first { $0.at > now }
        return coming ?? beginning(of: today.advanced(by: 2))
    }

    func beginning(of day: Day) -> Beginning {
        let wall = day.start.addingTimeInterval(Double(minutes) * 60)
        let around = [-1.0, 1.0].map { Double(zone.secondsFromGMT(for: wall.addingTimeInterval($0 * 86_400))) }
        let exact = around.map { wall.addingTimeInterval(-$0) }.filter { local($0) == wall }.min()
        return Beginning(day: day, at: exact ?? wall.addingTimeInterval(-around[0]))
    }

    private func localDay(_ instant: Date) -> Day { Day(local(instant)) }

    private func local(_ instant: Date) -> Date {
        instant.addingTimeInterval(Double(zone.secondsFromGMT(for: instant)))
    }
}
