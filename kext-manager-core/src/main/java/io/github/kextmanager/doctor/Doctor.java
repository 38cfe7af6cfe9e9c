package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.BundleOpener;
import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.bundle.Opening;
import io.github.kextmanager.bundle.UnreadableBundleException;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.host.HostFacts;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.tool.Toolset;
import io.github.kextmanager.validation.Ownership;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says how kexts stand before anybody tries to load them: what stands against them, why, and who
 * must do what. It changes nothing, and what it could not find out it calls not known.
 *
 * <p>It knows a Mac as it was when it looked. Immutable and thread-safe; it reads bundles and
 * reports when it is asked about them.
 */
public final class Doctor {
  private final MacSeen mac;
  private final Opening folders;
  private final Ownership ownership;
  private final Optional<DoctorsLook> look;

  Doctor(MacSeen mac, Opening folders, Ownership ownership, Optional<DoctorsLook> look) {
    this.mac = mac;
    this.folders = folders;
    this.ownership = ownership;
    this.look = look;
  }

  /**
   * A doctor for bundles on a machine that is not the Mac. Everything that only the Mac can answer
   * is not known.
   *
   * @param root the folder below which the files of the Mac are
   * @param target the Mac for which the bundles are
   * @return the doctor
   */
  public static Doctor withoutMac(Path root, TargetMac target) {
    Opening folders = MacSeen.folders(root, target);
    Ownership ownership = Ownership.ofFileSystem();
    var seen =
        new MacSeen(
            target,
            root,
            MacSeen.Presence.FILES_ALONE,
            FactsWithoutMac.of(target),
            FactsWithoutMac.unknown(Toolset.of(target.release()).look().name().path()),
            KextRepository.of(folders, root, target, ownership),
            FactsWithoutMac.unknown(MacRecords.PANICS),
            FactsWithoutMac.unknown("the journal"));
    return new Doctor(seen, folders, ownership, Optional.empty());
  }

  /**
   * The rules by which bundles are judged.
   *
   * @return release, architecture and boot mode of the Mac
   */
  public TargetMac target() {
    return mac.target();
  }

  /**
   * What was found out about the Mac.
   *
   * @return the facts, each with how it was learnt
   */
  public HostFacts facts() {
    return mac.facts();
  }

  /**
   * How a bundle stands.
   *
   * @param bundle its absolute path, as seen on the Mac
   * @return the diagnosis, also of what is not there or no kext
   */
  public Diagnosis examine(Path bundle) {
    var opener = new BundleOpener(mac.root(), mac.target());
    Optional<Path> real = real(bundle);
    Optional<RepositoryKext> known = real.flatMap(path -> find(mac, path));
    if (known.isPresent()) {
      return examine(known.get(), bundle, mac);
    }
    Opening opening = opener.open(opener.named(bundle));
    MacSeen with = mac.seeing(Opening.inOrder(List.of(folders, opening)), ownership);
    Optional<RepositoryKext> opened =
        opening.bundles().stream().findFirst().flatMap(first -> find(with, first.path()));
    if (opened.isPresent()) {
      return examine(opened.get(), bundle, with);
    }
    boolean exists = Files.exists(here(bundle));
    return new Examiner(mac)
        .examine(
            new Patient(
                Optional.empty(),
                Optional.of(bundle),
                Optional.empty(),
                List.of(),
                exists ? opening.refusals().stream().findFirst() : Optional.empty()));
  }

  /**
   * How the kext of an identifier stands: of its bundles, the one that macOS would take.
   *
   * @param identifier the identifier
   * @return the diagnosis, also of what is nowhere
   */
  public Diagnosis examine(BundleIdentifier identifier) {
    return new Examiner(mac)
        .examine(
            new Patient(
                Optional.of(identifier),
                Optional.empty(),
                mac.repository().find(identifier),
                mac.repository().all(identifier),
                Optional.empty()));
  }

  /**
   * How all kexts of others stand: those in the folders for extensions and those that are loaded.
   *
   * @return the diagnoses, first those of bundles, in the order of the folders
   */
  public List<Diagnosis> examineAll() {
    var others = new KextsOfOthers(mac, folders);
    List<Diagnosis> all = new ArrayList<>();
    others.refusals().forEach(refusal -> all.add(examine(refusal.path())));
    others.identifiers().forEach(identifier -> all.add(examine(identifier)));
    return all;
  }

  /**
   * Where kexts of others were looked for: so that "none" can be told from "not looked".
   *
   * @return the folders for extensions of this release that can hold them, in their order, then the
   *     table of loaded kexts
   */
  public List<SearchedPlace> searched() {
    return new KextsOfOthers(mac, folders).places();
  }

  /**
   * What a report holds beside the diagnoses: facts, versions of the tools, the table of loaded
   * kexts, what was said about kexts, and the reports of panics in which kexts of others stood.
   *
   * @param back how far back the log is read
   * @return the documents, in which nothing is redacted; none without a Mac
   * @throws io.github.kextmanager.command.CommandInterruptedException if the thread is interrupted
   */
  public List<Document> documents(Duration back) {
    return look.map(each -> each.documents(mac).ofLast(back)).orElse(List.of());
  }

  private Diagnosis examine(RepositoryKext kext, Path asked, MacSeen seen) {
    return new Examiner(seen)
        .examine(
            new Patient(
                Optional.of(kext.identifier()),
                Optional.of(asked),
                Optional.of(kext),
                seen.repository().all(kext.identifier()),
                Optional.empty()));
  }

  private static Optional<RepositoryKext> find(MacSeen seen, Path path) {
    return seen.repository().kexts().stream()
        .filter(kext -> kext.bundle().path().equals(path))
        .findFirst();
  }

  private Optional<Path> real(Path bundle) {
    try {
      return Optional.of(new KextBundleReader(mac.root()).read(bundle).path());
    } catch (UnreadableBundleException e) {
      return Optional.empty();
    }
  }

  private Path here(Path seen) {
    return mac.root().resolve(Path.of("/").relativize(seen).toString());
  }
}
