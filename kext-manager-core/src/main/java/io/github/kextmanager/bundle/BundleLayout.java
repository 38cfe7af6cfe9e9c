package io.github.kextmanager.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the parts of a bundle are. The first folder that exists decides, whatever is in it
 * (CoreFoundation, CFBundle_Resources.c, _CFBundleGetBundleVersionForURL).
 */
enum BundleLayout {
  /** The usual one. */
  CONTENTS("Contents", "Contents"),
  /** The oldest one, in which only the resources have a folder. */
  RESOURCES("Resources", ""),
  /** An obsolete one. */
  SUPPORT_FILES("Support Files", "Support Files"),
  /** Everything at the top: many of Apple's own kexts. */
  FLAT("", "");

  private static final List<String> PLUG_INS = List.of("PlugIns", "Plug-ins");

  private final String infoPlistFolder;
  private final String plugInsParent;

  BundleLayout(String infoPlistFolder, String plugInsParent) {
    this.infoPlistFolder = infoPlistFolder;
    this.plugInsParent = plugInsParent;
  }

  /**
   * The layout of a bundle.
   *
   * @throws IOException if the bundle cannot be looked into
   */
  static BundleLayout of(Path bundle, RootedFiles files) throws IOException {
    for (BundleLayout layout : values()) {
      if (isFolder(bundle.resolve(layout.infoPlistFolder), files)) {
        return layout;
      }
    }
    return FLAT;
  }

  Path infoPlist(Path bundle) {
    return bundle.resolve(infoPlistFolder).resolve("Info.plist");
  }

  /**
   * The folder of the plug-ins, of which two spellings are known.
   *
   * @return the folder, or empty if there is none
   * @throws IOException if the bundle cannot be looked into
   */
  Optional<Path> plugIns(Path bundle, RootedFiles files) throws IOException {
    for (String name : PLUG_INS) {
      Path folder = bundle.resolve(plugInsParent).resolve(name);
      if (isFolder(folder, files)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private static boolean isFolder(Path seen, RootedFiles files) throws IOException {
    try {
      return Files.isDirectory(files.here(files.real(seen)));
    } catch (NoSuchFileException missing) {
      return false;
    }
  }
}
