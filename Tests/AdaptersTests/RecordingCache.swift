import NIOConcurrencyHelpers
import Ports

/// A cache in memory without an end of life, which remembers what was asked of it.
final class RecordingCache: Sendable {
    private struct State {
        var values: [String: [UInt8]] = [:]
        var lives: [Duration] = []
        var keys: Set<String> = []
        var gets = 0
    }

    private let state = NIOLockedValueBox(State())

    /// Every key anybody named.
    var keys: Set<String> { state.withLockedValue { $0.keys } }
    /// The lives that were asked for, in order.
    var lives: [Duration] { state.withLockedValue { $0.lives } }
    /// How often it was read.
    var gets: Int { state.withLockedValue { $0.gets } }
    /// What lies there.
    var values: [String: [UInt8]] { state.withLockedValue { $0.values } }

    /// Puts something there behind the port's back.
    func plant(_ value: [UInt8], at key: String) { state.withLockedValue { $0.values[key] = value } }

    var port: Cache {
        Cache(
            get: { key in
                self.state.withLockedValue { state in
                    state.keys.insert(key)
                    state.gets += 1
                    return state.values[key]
                }
            },
            set: { key, value, life in
                self.state.withLockedValue { state in
                    state.keys.insert(key)
                    state.values[key] = value
                    state.lives.append(life)
                }
            },
            remove: { key in
                self.state.withLockedValue { state in
                    state.keys.insert(key)
                    state.values[key] = nil
                }
            },
            removeAll: { prefix in
                self.state.withLockedValue { $0.values = $0.values.filter { !$0.key.hasPrefix(prefix) } }
                return true
            })
    }
}
