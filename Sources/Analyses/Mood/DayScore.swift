/// How often days were told rightly, beside always saying the same.
struct DayScore: Sendable, Hashable {
    /// Past days that were told.
    var tested = 0
    /// Days told rightly.
    var right = 0
    /// Days that were above the usual.
    var above = 0
    /// Days that were told to be.
    var toldAbove = 0

    /// Counts a day.
    mutating func note(_ told: Bool, _ isAbove: Bool) {
        tested += 1
        right += told == isAbove ? 1 : 0
        above += isAbove ? 1 : 0
        toldAbove += told ? 1 : 0
    }

    /// Days that always saying the same would have told rightly: the more common answer, known only afterwards.
    var baseRight: Int { max(above, tested - above) }

    /// Whether the method beats always saying the same by `DayRisk.margin` points and by two standard errors of the days
    /// on which the two differ, so that chance alone seldom passes for skill.
    var hasSkill: Bool {
        let gain = right - baseRight
        let differing = above * 2 > tested ? tested - toldAbove : toldAbove
        return gain > 0 && gain * 100 >= tested * DayRisk.margin && gain * gain >= 4 * differing
    }
}
