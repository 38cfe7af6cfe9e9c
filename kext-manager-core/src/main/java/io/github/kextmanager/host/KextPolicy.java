package io.github.kextmanager.host;

import io.github.kextmanager.model.BundleIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the database of approvals holds ({@code
 * /private/var/db/SystemPolicyConfiguration/KextPolicy}), from macOS 10.13. Up to 10.15 it decides;
 * on Apple silicon the boot policy has the last word.
 *
 * @param decisions what persons decided, or are asked
 * @param managed what profiles allow
 * @param history which bundles were asked for, the latest last; of a long history the latest rows,
 *     which {@code unknown} then says
 * @param unknown what of the schema is not as it was known, for people; values of missing columns
 *     are absent
 */
public record KextPolicy(
    List<Decision> decisions, List<Managed> managed, List<Request> history, List<String> unknown) {
  /** Takes unmodifiable copies of the lists. */
  public KextPolicy {
    decisions = List.copyOf(decisions);
    managed = List.copyOf(managed);
    history = List.copyOf(history);
    unknown = List.copyOf(unknown);
  }

  /** Whether a kext was allowed. */
  public enum Permission {
    /** It was. */
    ALLOWED,
    /** It waits for a decision, or was denied: the database does not tell these apart. */
    NOT_ALLOWED,
    /** The column is missing, or holds something else. */
    UNREADABLE,
    /** Of several rows some say that it was, and some that it was not. No row says so itself. */
    CONTRADICTED
  }

  /**
   * A row of {@code kext_policy}.
   *
   * @param team the team; empty for a kext that is signed by none
   * @param identifier the kext
   * @param permission whether it was allowed
   * @param developer the name that the person was shown
   * @param flags a number that nobody has explained
   */
  public record Decision(
      Optional<String> team,
      BundleIdentifier identifier,
      Permission permission,
      Optional<String> developer,
      Optional<String> flags) {}

  /**
   * A row of {@code kext_policy_mdm}.
   *
   * @param team the team
   * @param identifier the kext; empty for all of the team
   * @param permission whether it is allowed
   * @param payload the profile that says so
   */
  public record Managed(
      Optional<String> team,
      Optional<BundleIdentifier> identifier,
      Permission permission,
      Optional<String> payload) {}

  /**
   * A row of {@code kext_load_history_v3}.
   *
   * @param path the bundle
   * @param team its team
   * @param identifier the kext
   * @param values the other columns, as they stand there: {@code boot_uuid}, {@code created_at} and
   *     {@code last_seen} (without a zone; UTC), {@code flags}, {@code cdhash}
   */
  public record Request(
      String path, Optional<String> team, BundleIdentifier identifier, Map<String, String> values) {
    /** Takes an unmodifiable copy of the map. */
    public Request {
      values = Map.copyOf(values);
    }
  }

  /**
   * What persons decided about a kext: a row for each team that signed one of its name.
   *
   * @param identifier the kext
   * @return its rows; none if nobody was asked
   */
  public List<Decision> decisionsOn(BundleIdentifier identifier) {
    return decisions.stream().filter(row -> row.identifier().equals(identifier)).toList();
  }

  /**
   * Whether persons allowed a kext, whoever signed it.
   *
   * @param identifier the kext
   * @return what all its rows say; empty if nobody was asked
   */
  public Optional<Permission> permissionOf(BundleIdentifier identifier) {
    return together(decisionsOn(identifier));
  }

  /**
   * What rows say together.
   *
   * @param rows the rows
   * @return what all of them say, or that they contradict each other; empty if there is none
   */
  public static Optional<Permission> together(List<Decision> rows) {
    List<Permission> all = rows.stream().map(Decision::permission).distinct().toList();
    return all.size() > 1 ? Optional.of(Permission.CONTRADICTED) : all.stream().findFirst();
  }

  /**
   * Whether a kext is allowed, by a person or by a profile. A profile that allows a whole team
   * counts where a row tells the team of the kext.
   *
   * @param identifier the kext
   * @return false also if it is not known
   */
  public boolean allows(BundleIdentifier identifier) {
    return permissionOf(identifier).filter(Permission.ALLOWED::equals).isPresent()
        || managed.stream()
            .filter(row -> row.permission() == Permission.ALLOWED)
            .anyMatch(row -> isAbout(identifier, row));
  }

  private boolean isAbout(BundleIdentifier identifier, Managed row) {
    return row.identifier().isPresent()
        ? row.identifier().get().equals(identifier)
        : row.team().isPresent()
            && decisionsOn(identifier).stream()
                .anyMatch(decision -> decision.team().equals(row.team()));
  }
}
