import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("The cost of the number check")
struct NumberCheckSpeedTests {
    private func figures(_ count: Int) throws -> [Figure] {
        let figures = Review(of: try NamedPeople.snapshot(of: NamedPeople.maya)).figures
        return (0..<count).map { index in
            var figure = figures[index % figures.count]
            figure.id += ".\(index)"
            return figure
        }
    }

    @Test("2,000 characters against 200 figures: a few milliseconds in a release build, evidence included")
    func speed() throws {
        let figures = try figures(200)
        let line =
            "In April 2026 “Rent” took £1,150.00 (83.15% of what you spent); the Car loan is due on 14 May 2026. "
        let answer = String(String(repeating: line, count: 30).prefix(2_000))
        let clock = ContinuousClock()
        var best = Duration.seconds(60)
        for _ in 0..<30 {
            best = min(best, clock.measure { _ = NumberCheck(answer, against: Evidence(figures: figures)) })
        }
        let evidence = Evidence(figures: figures)
        let alone = clock.measure { _ = NumberCheck(answer, against: evidence) }
        print("check of 2,000 characters against 200 figures: \(best), of it without reading the figures: \(alone)")
        #if DEBUG
            #expect(best < .seconds(1))
        #else
            // Measured 3.8 ms on an idle core; the guard leaves room for a busy machine.
            #expect(best < .milliseconds(15))
        #endif
    }

    @Test("time grows with the length and no faster, whatever is repeated")
    func linear() throws {
        let evidence = Evidence(figures: try figures(60))
        let clock = ContinuousClock()
        for seed in [
            "£", "1,", "9", "a hundred and ", "“Rent ", "- ", "(", ".", "May ", "2026-04-", "“", "\u{301}", "1 in ",
        ] {
            let text = String(repeating: seed, count: 6_000 / seed.count)
            let took = clock.measure { _ = NumberCheck(text, against: evidence).redacted }
            #expect(took < .seconds(3), "\(seed): \(took)")
        }
    }

    @Test("arbitrary Unicode never traps")
    func fuzz() throws {
        let evidence = Evidence(figures: try figures(60), typed: ["5 \u{0} £½ ٣٤٥"])
        var random = SeededGenerator(99)
        let seeds = Array(
            "£$€%.,:;-–“”\"'()[]|*_ \n\t0123456789akmMpthousandMayMarch２٣½²é\u{200B}\u{202E}👩‍👧\u{E0041}\u{301}")
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0...120, using: &random)).reduce(into: "") { text, _ in
                if Int.random(in: 0..<6, using: &random) == 0,
                    let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
                {
                    text.unicodeScalars.append(scalar)
                } else {
                    text.append(seeds[Int.random(in: 0..<seeds.count, using: &random)])
                }
            }
            let check = NumberCheck(text, against: evidence)
            #expect(SentenceSplitter.sentences(of: text).joined() == text)
            #expect(check.findings.allSatisfy { !$0.unbacked.isEmpty && !$0.unbacked.contains("") })
            _ = Evidence(figures: [], typed: [text], reviewed: [text])
        }
    }
}
