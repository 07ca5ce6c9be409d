#!/usr/bin/env bash
# Builds one program that needs nothing of the system (static, musl), x86-64, in the chroot with Zig as its C compiler.
set -euo pipefail
cd "$(dirname "$0")"
./in-chroot.sh sh -c 'python3 -m ziglang version >/dev/null 2>&1 ||
  { apt-get update && apt-get install -y --no-install-recommends python3-pip && pip install --quiet --break-system-packages ziglang; }'
./in-chroot.sh sh -c 'cat > /usr/local/bin/zig-musl-cc <<"ZIG"
#!/bin/sh
# Zig knows the target by another name.
for argument; do
  shift
  case $argument in --target=*) ;; *) set -- "$@" "$argument" ;; esac
done
exec python3 -m ziglang cc -target x86_64-linux-musl "$@"
ZIG
printf "#!/bin/sh\nexec python3 -m ziglang ar \"\$@\"\n" > /usr/local/bin/zig-ar
chmod +x /usr/local/bin/zig-musl-cc /usr/local/bin/zig-ar'
./in-chroot.sh env RUSTC_BOOTSTRAP=1 CC_x86_64_unknown_linux_musl=zig-musl-cc AR_x86_64_unknown_linux_musl=zig-ar \
  CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_LINKER=zig-musl-cc \
  CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_RUSTFLAGS='-C link-self-contained=no' \
  cargo build --release --locked -Zbuild-std=std,panic_unwind --target x86_64-unknown-linux-musl
