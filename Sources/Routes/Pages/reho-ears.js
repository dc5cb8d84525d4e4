// Who hears what.

export class Ears {
  #all = new Map();

  /** Hears every frame of a type; gives what ends that.
   * @param {string} type @param {(data: any, frame: ?object) => void} hear */
  add(type, hear) {
    if (!this.#all.has(type)) this.#all.set(type, new Set());
    this.#all.get(type).add(hear);
    return () => this.#all.get(type).delete(hear);
  }

  tell(type, data, frame = null) { this.#all.get(type)?.forEach(hear => hear(data, frame)); }
}
