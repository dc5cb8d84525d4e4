import Finance

extension PeerComparison {
    /// The cohort's size, then up to `Review.rows` categories; one figure with the reason when there is no cohort.
    public var figures: [Figure] { [size] + rows.prefix(Review.rows).enumerated().flatMap { figures($1, $0 + 1) } }

    /// The comparison for display.
    public var card: Card { Card(kind: .peer, title: "How your spending compares", data: json) }

    /// The whole comparison.
    public var json: JSON {
        [
            "asOf": .string(snapshot.asOf.rfc3339), "window": .string(orNull: publication?.period.description),
            "publishedWeek": .day(orNull: publication?.week), "available": .bool(cohort != nil),
            "reason": .string(orNull: reason), "cohort": .string(orNull: cohort?.key.words),
            "people": .count(orNull: cohort?.people),
            "basis": "shares of a month's spending; middle half of the group and its median",
            "source": .string(Self.source), "text": .string(text),
            "categories": .array(rows.prefix(Review.rows).map(Self.json)), "notShown": Review.notShown(rows),
        ]
    }

    private var size: Figure {
        snapshot.figure(
            "peers.people", "People compared with, to the nearest 5", cohort.map { .count($0.people) },
            in: publication?.period, coverage: cohort == nil ? .none : .full,
            basis: reason ?? cohort?.key.words ?? "not enough data")
    }

    private func figures(_ row: Row, _ place: Int) -> [Figure] {
        let name = String.quoted(row.cell.category)
        let group = cohort?.key.words ?? ""
        func figure(_ key: String, _ label: String, _ percent: Int, _ basis: String) -> Figure {
            snapshot.figure(
                "peers.\(place).\(key)", "\(label) \(name)", .percent(Double(percent)), in: publication?.period,
                basis: basis)
        }
        return [
            figure("own", "Your share of spending on", row.own, "of all your spending of the month"),
            figure("median", "Middle share of the group on", row.cell.median, "half of \(group) spend less"),
            figure("lower", "Lower quarter of the group on", row.cell.lower, "a quarter of \(group) spend less"),
            figure("upper", "Upper quarter of the group on", row.cell.upper, "a quarter of \(group) spend more"),
        ]
    }

    private static func json(_ row: Row) -> JSON {
        [
            "category": .string(row.cell.category), "ownPercent": .int(Int64(row.own)),
            "lowerPercent": .int(Int64(row.cell.lower)), "medianPercent": .int(Int64(row.cell.median)),
            "upperPercent": .int(Int64(row.cell.upper)), "position": .string(row.position.rawValue),
        ]
    }
}
