package io.github.kextmanager.model;

/**
 * A developer team's identifier, such as {@code 54GTJ2AU36}: what a code signature names, and what
 * approvals are given to.
 *
 * @param value the text as reported
 */
public record TeamIdentifier(String value) implements Comparable<TeamIdentifier> {
  @Override
  public int compareTo(TeamIdentifier other) {
    return value.compareTo(other.value);
  }

  /** Returns the text of the identifier. */
  @Override
  public String toString() {
    return value;
  }
}
