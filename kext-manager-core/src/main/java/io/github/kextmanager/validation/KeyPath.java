package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that lead to a value in an Info.plist. Of those that are made for a check, hardly one
 * ends up in a finding.
 *
 * @param parent the path to the dictionary that the value is in; null at the top
 * @param key the last key
 */
record KeyPath(@Nullable KeyPath parent, String key) {
  static KeyPath of(KextKey<?> key) {
    return new KeyPath(null, key.name());
  }

  KeyPath below(String name) {
    return new KeyPath(this, name);
  }

  FindingPlace place() {
    Deque<String> keys = new ArrayDeque<>();
    for (KeyPath path = this; path != null; path = path.parent()) {
      keys.addFirst(path.key());
    }
    return new FindingPlace.Key(List.copyOf(keys));
  }
}
