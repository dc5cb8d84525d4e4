import Finance
public import FoundationEssentials

/// Whole hours of the local day in which nothing is delivered: from `from` up to, not including, `to`. Over midnight when
/// `from` is the later one; none at all when they are equal. They are hours on the person's clock, so a night in which
/// the clocks change is an hour shorter or longer.
public struct QuietHours: Sendable, Hashable, Codable {
    /// The hour from which it is quiet, 0…23.
    public let from: Int
    /// The hour from which it no longer is, 0…23.
    public let to: Int

    /// 21:00 to 08:00.
    public static let night = QuietHours(validFrom: 21, to: 8)

    /// nil for an hour that no clock shows.
    public init?(from: Int, to: Int) {
        guard (0..<24).contains(from), (0..<24).contains(to) else { return nil }
        self.init(validFrom: from, to: to)
    }

    private init(validFrom from: Int, to: Int) {
        self.from = from
        self.to = to
    }

    /// Reads both hours, refusing what no clock shows.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        let (from, to) = (try stored.decode(Int.self, forKey: .from), try stored.decode(Int.self, forKey: .to))
        guard let hours = QuietHours(from: from, to: to) else {
            throw DecodingError.dataCorruptedError(forKey: .from, in: stored, debugDescription: "not an hour")
        }
        self = hours
    }

    /// Whether it is quiet.
    public func contains(_ instant: Date, in zone: TimeZone) -> Bool {
        let hour = LocalTime(instant, in: zone).second / 3_600
        return from <= to ? (from..<to).contains(hour) : hour >= from || hour < to
    }

    /// The first instant from `instant` on at which it is not quiet.
    public func end(after instant: Date, in zone: TimeZone) -> Date {
        guard contains(instant, in: zone) else { return instant }
        let local = LocalTime(instant, in: zone)
        let isEvening = from > to && local.second >= from * 3_600
        return LocalTime.instant(of: local.day.advanced(by: isEvening ? 1 : 0), hour: to, in: zone)
    }
}

/// What the clock on the wall shows at an instant.
struct LocalTime {
    /// The calendar day there.
    let day: Day
    /// Seconds since its midnight, by the clock.
    let second: Int

    init(_ instant: Date, in zone: TimeZone) {
        let offset = TimeInterval(zone.secondsFromGMT(for: instant))
        let wall = instant.addingTimeInterval(offset)
        day = Day(wall)
        second = Int(wall.timeIntervalSince(day.start).rounded(.down))
    }

    /// When the clock first shows this hour of a day, or the first instant after it where the clocks jump over it.
    static func instant(of day: Day, hour: Int, in zone: TimeZone) -> Date {
        let wall = day.start.addingTimeInterval(TimeInterval(hour) * 3_600)
        func instant(_ around: Date) -> Date {
            wall.addingTimeInterval(-TimeInterval(zone.secondsFromGMT(for: around)))
        }
        // Offsets in force half a day to either side: no zone changes twice within that.
        let candidates = [-43_200.0, 43_200].map {
            instant(wall.addingTimeInterval($0 - Double(zone.secondsFromGMT(for: wall))))
        }
        let shown = candidates.filter {
            LocalTime($0, in: zone).day == day && LocalTime($0, in: zone).second == hour * 3_600
        }
        return shown.min() ?? candidates.max() ?? wall
    }
}
