#!/usr/bin/env bash
# clean.sh PACKAGE.deb [SUITE]: installs a package in a Debian that has nothing else (the suite of this machine), and
# tries the program there. Needs root.
set -euo pipefail
package=$(realpath "$1")
cd "$(dirname "$0")"
suite=${2:-$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)}
command -v mmdebstrap >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends mmdebstrap
root=$(mktemp -d)
leave() {
  umount "$root/dev/pts" "$root/proc" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap leave EXIT
# A mirror that lags behind is as good.
mmdebstrap --quiet --variant=essential --aptopt='Acquire::Check-Valid-Until "false"' \
  --include="libc6,libgcc-s1,bsdutils" "$suite" "$root"
cp "$package" "$root/huifang.deb"
cp try.sh "$root/try.sh"
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/pts"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -sf pts/ptmx "$root/dev/ptmx"
chroot "$root" dpkg --install /huifang.deb
chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=xterm-256color LANG=C.UTF-8 /try.sh /usr/bin/huifang
chroot "$root" test -s /usr/share/man/zh_CN/man1/huifang.1.gz
chroot "$root" dpkg --remove huifang
echo "installed, tried and removed in a bare $suite"
