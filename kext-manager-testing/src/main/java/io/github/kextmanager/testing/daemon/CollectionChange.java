package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.KextImage;
import java.nio.file.Path;
import java.util.List;

/**
 * The auxiliary collection as it is mapped, and what a rebuild would change of it.
 *
 * @param present what it holds
 * @param added what would come in
 * @param removed what would go
 */
public record CollectionChange(List<Entry> present, List<Entry> added, List<Entry> removed) {
  /** Takes unmodifiable copies of the lists. */
  public CollectionChange {
    present = List.copyOf(present);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /**
   * A kext.
   *
   * @param identifier its bundle identifier
   * @param version its version
   * @param bundle where it lies, or lay
   */
  public record Entry(String identifier, String version, Path bundle) {
    static Entry of(AuxiliaryCollection.Member member) {
      String version =
          member.archive().stream()
              .filter(image -> image.identifier().equals(member.identifier()))
              .map(KextImage::version)
              .findFirst()
              .orElse("");
      return new Entry(member.identifier(), version, member.bundle());
    }

    static Entry of(KextOnDisk kext) {
      return new Entry(kext.identifier(), kext.versionText(), kext.path());
    }

    /**
     * The fields as kmutil lists them.
     *
     * @return the fields, between tabulators
     */
    public String row() {
      return "%s\t%s\t%s".formatted(identifier, version, bundle);
    }
  }

  static CollectionChange between(
      List<AuxiliaryCollection.Member> members, List<KextOnDisk> next, CpuType architecture) {
    return new CollectionChange(
        members.stream().map(Entry::of).toList(),
        next.stream()
            .filter(kext -> members.stream().noneMatch(each -> isSame(each, kext, architecture)))
            .map(Entry::of)
            .toList(),
        members.stream()
            .filter(each -> next.stream().noneMatch(kext -> isSame(each, kext, architecture)))
            .map(Entry::of)
            .toList());
  }

  private static boolean isSame(
      AuxiliaryCollection.Member member, KextOnDisk kext, CpuType architecture) {
    return member.identifier().equals(kext.identifier()) && member.isStill(kext, architecture);
  }

  /**
   * Whether nothing would change.
   *
   * @return true if the collection is as it should be
   */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }
}
