#!/bin/sh
# install.sh [ROOT]: installs the Widget.kext beside it and loads it. To be run as root.
#
# It is written for a Mac. ROOT, which is empty there, goes before every path that the shell itself touches.
#
# 0: the driver is loaded. 27: somebody must allow it. 28: the Mac must restart. Else what the tool says.
set -u

root=${1-}
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
identifier=com.example.Widget

# Up to 10.8 kexts of everybody are in one folder.
case $(sw_vers -productVersion) in
  10.[678] | 10.[678].*) folder=/System/Library/Extensions ;;
  *) folder=/Library/Extensions ;;
esac
bundle=$folder/Widget.kext

if kextstat -l -b "$identifier" 2>/dev/null | grep -q " $identifier "; then
  echo 'An older driver is loaded.'
  kextunload -b "$identifier" || exit 28
fi

rm -rf "$root$bundle"
ditto "$here/Widget.kext" "$root$bundle" || exit
chown -R root:wheel "$root$bundle" || exit
chmod -R go-w "$root$bundle" || exit

kextload "$bundle"
status=$?
case $status in
  0) echo 'The driver is loaded.' ;;
  27) echo 'Please allow the driver in System Preferences, then install again.' ;;
  28) echo 'Please restart the Mac.' ;;
  *) echo "The driver is not loaded ($status)." ;;
esac
exit "$status"
