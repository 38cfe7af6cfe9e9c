/**
 * Property lists: XML and binary ones in, values out.
 *
 * <p>What is read comes from disks and tools and may be damaged or made to do harm. {@link
 * io.github.kextmanager.plist.PlistReader} says what is bounded and how. Nothing here knows of
 * kexts.
 */
package io.github.kextmanager.plist;
