package io.github.kextmanager.bundle;

import io.github.kextmanager.bundle.InfoPlist.Lack;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.plist.PlistDict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The opening of one candidate.
 *
 * @param candidate the candidate
 * @param files the files of the Mac
 * @param release whose rules hold
 */
record CandidateOpening(BundleCandidate candidate, RootedFiles files, MacOsVersion release) {
  /** The first release in which a kext is known by the path to which all links lead. */
  private static final MacOsVersion REAL_PATHS = new MacOsVersion(10, 14, 5);

  private static final String NO_IDENTIFIER =
      "Can't record kext in identifier lookup dictionary; no identifier.";

  /** The kext, and the plug-ins directly in it. */
  Opening withPlugIns(BundleOpener opener) {
    if (!BundleName.isOpenedIn(release, candidate.path())) {
      return refuse(List.of(), "its name is not that of a kext");
    }
    RootedFiles.Found found;
    try {
      found = files.find(candidate.path().getRoot(), candidate.path());
    } catch (IOException failure) {
      return refuse(List.of(unreachable()), FailureText.of(failure));
    }
    if (!found.attributes().isDirectory()) {
      return refuse(List.of(cannotOpen(shown(found.path()))), "it is not a folder");
    }
    List<Opening> openings = new ArrayList<>();
    InfoPlist plist = new InfoPlistFile(found.path(), files).read();
    openings.add(opening(found.path(), plist));
    if (!BundleName.isDext(found.path())) {
      plugIns(location(found.path()), found.path(), plist.layout(), opener, openings);
    }
    return Opening.inOrder(openings);
  }

  /** The kext without its plug-ins: one that is a plug-in itself has none. */
  Opening alone() {
    RootedFiles.Found found;
    try {
      found = files.find(candidate.path().getRoot(), candidate.path());
    } catch (IOException failure) {
      return refuse(List.of(unreachable()), FailureText.of(failure));
    }
    return found.attributes().isDirectory()
        ? opening(found.path(), new InfoPlistFile(found.path(), files).read())
        : refuse(List.of(cannotOpen(shown(found.path()))), "it is not a folder");
  }

  private void plugIns(
      Path location, Path real, BundleLayout layout, BundleOpener opener, List<Opening> openings) {
    try {
      Optional<Path> folder = layout.plugIns(real, files);
      if (folder.isPresent()) {
        Path seen = location.resolve(real.relativize(folder.get()));
        opener.candidatesIn(seen).forEach(plugIn -> openings.add(opener.openAlone(plugIn)));
      }
    } catch (UnreadableBundleException failure) {
      openings.add(
          BundleOpener.refused(
              new OpeningRefusal(
                  failure.bundle(), List.of(), String.valueOf(failure.getMessage()))));
    } catch (IOException failure) {
      openings.add(refuse(List.of(), "its plug-ins cannot be listed: " + FailureText.of(failure)));
    }
  }

  private Opening opening(Path real, InfoPlist plist) {
    String shown = shown(real);
    if (plist instanceof InfoPlist.Accepted accepted) {
      return accepted(real, accepted);
    }
    if (plist instanceof InfoPlist.Refused refused) {
      return refuse(
          List.of(cannotRead(shown, refused.refusal().message())),
          "the kernel's parser refuses its Info.plist at line %d: %s"
              .formatted(refused.refusal().line(), refused.refusal().reason()));
    }
    var unusable = (InfoPlist.Unusable) plist;
    String message =
        unusable.lack() == Lack.NO_FILE
            ? shown + " has no Info.plist file."
            : cannotRead(shown, "(unknown error)");
    return refuse(List.of(message), unusable.explanation());
  }

  /** Without a package type nothing else is read; what is filed under nothing is no kext. */
  private Opening accepted(Path real, InfoPlist.Accepted plist) {
    PlistDict root = plist.root();
    KextProperties properties = KextProperties.of(root);
    Property<String> type = properties.get(KextKey.PACKAGE_TYPE);
    if (type.asOptional().filter(text -> !text.isEmpty()).isEmpty()) {
      return refuse(
          List.of(NO_IDENTIFIER, NO_IDENTIFIER),
          "its Info.plist has no text under " + KextKey.PACKAGE_TYPE);
    }
    KextBundle bundle =
        new KextBundle(
            real, location(real), shown(real), plist.layout(), properties, Optional.empty());
    return new Opening(List.of(bundle), List.of());
  }

  private boolean goesByRealPath() {
    return release.isAtLeast(REAL_PATHS);
  }

  private Path location(Path real) {
    return goesByRealPath() ? real : candidate.path();
  }

  private String shown(Path real) {
    return goesByRealPath() ? real.toString() : candidate.shortName();
  }

  private String unreachable() {
    return goesByRealPath()
        ? "Unable to determine realpath for %s - failing.".formatted(candidate.path())
        : cannotOpen(candidate.shortName());
  }

  private static String cannotOpen(String shown) {
    return "Can't open CFBundle for %s.".formatted(shown);
  }

  private static String cannotRead(String shown, String error) {
    return "Can't read info dictionary for %s: %s.".formatted(shown, error);
  }

  private Opening refuse(List<String> messages, String what) {
    return BundleOpener.refused(
        new OpeningRefusal(
            candidate.path(),
            messages,
            "\"%s\" is no kext: %s.".formatted(ShownPath.of(candidate.path()), what)));
  }
}
