package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextScript.Hardware;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.KextImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kernel collection of other people's kexts: what is mapped since the last start of the Mac,
 * and what was asked for since and comes in with the next one.
 */
public final class AuxiliaryCollection {
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Set<Path> wanted = new LinkedHashSet<>();

  /**
   * A kext that is mapped, and can be started without a restart even if its bundle is gone.
   *
   * @param identifier its bundle identifier
   * @param bundle where it lay when the collection was built, as an absolute path of the Mac
   * @param hardware whether its personalities match something
   * @param archive its code and that of what it needs
   */
  public record Member(String identifier, Path bundle, Hardware hardware, List<KextImage> archive) {
    /** Takes an unmodifiable copy of the list. */
    public Member {
      archive = List.copyOf(archive);
    }

    static Member of(KextOnDisk kext, List<KextImage> archive) {
      return new Member(kext.identifier(), kext.path(), kext.script().hardware(), archive);
    }

    /** Whether a bundle of today holds the same code as when the collection was built. */
    boolean isStill(KextOnDisk kext, CpuType architecture) {
      return archive.stream()
          .filter(image -> image.identifier().equals(identifier))
          .anyMatch(
              image ->
                  image.version().equals(kext.versionText())
                      && image.uuid().equals(kext.uuid(architecture)));
    }
  }

  /**
   * A collection, as plain data.
   *
   * @param members what is mapped
   * @param wanted the bundles that were asked for
   */
  public record State(List<Member> members, List<Path> wanted) {
    /** Nothing is mapped, and nothing was asked for. */
    public static final State EMPTY = new State(List.of(), List.of());

    /** Takes unmodifiable copies of the lists. */
    public State {
      members = List.copyOf(members);
      wanted = List.copyOf(wanted);
    }
  }

  /**
   * Goes on where another collection was.
   *
   * @param state what was mapped and asked for
   */
  public AuxiliaryCollection(State state) {
    state.members().forEach(member -> members.put(member.identifier(), member));
    wanted.addAll(state.wanted());
  }

  /**
   * What is mapped and was asked for, as plain data.
   *
   * @return the state of now
   */
  public State state() {
    return new State(members(), wanted());
  }

  /**
   * The mapped kext of an identifier.
   *
   * @param identifier the identifier
   * @return the kext, or empty if the collection has none
   */
  public Optional<Member> find(String identifier) {
    return Optional.ofNullable(members.get(identifier));
  }

  /**
   * Everything that is mapped.
   *
   * @return the kexts in the order in which they were put in
   */
  public List<Member> members() {
    return List.copyOf(members.values());
  }

  /**
   * The bundles that were asked for outside the folders that are looked through anyway.
   *
   * @return absolute paths of the Mac
   */
  public List<Path> wanted() {
    return List.copyOf(wanted);
  }

  /**
   * Asks for a bundle to be in the collection from the next start on.
   *
   * @param bundle an absolute path of the Mac
   */
  public void want(Path bundle) {
    wanted.add(bundle);
  }

  /** Forgets what is mapped and what was asked for. */
  public void clear() {
    members.clear();
    wanted.clear();
  }

  /**
   * Replaces what is mapped, at a start of the Mac.
   *
   * @param newMembers the kexts; of two with one identifier the first counts
   */
  public void replace(List<Member> newMembers) {
    members.clear();
    newMembers.forEach(member -> members.putIfAbsent(member.identifier(), member));
  }
}
