#!/bin/sh
# The launcher of a kiosk: starts the version that the pointer names, counts starts that never became healthy, and goes back to the version before after three of them.
# It stands outside every version, because a new version may fail at its first line.
#
#   launch.sh FOLDER INSTALLED [arguments of the kiosk]
#
# FOLDER holds the kiosk's versions (the kiosk writes, this script reads, and the other way round):
#   versions/1.2.0/kuaizhao   a version; `versions/1.2.0.part` is one that is still being unpacked
#   current                   the pointer: one version, or `installed`
#   proven                    versions that were healthy here, a line each, the newest last; the kiosk writes it
#   starts                    `VERSION COUNT`: starts of it in a row that never became healthy; the kiosk sets it to 0
#   bad                       versions that were given up on this machine, a line each; never started again
# INSTALLED is the program that came with the machine's own package: the last resort, never given up.
set -u
[ $# -ge 2 ] || { echo "usage: launch.sh FOLDER INSTALLED [arguments]" >&2; exit 2; }
folder=$1 installed=$2
shift 2

# A version that never came up here is given up after three starts; one that did, only after ten: the mains may flicker.
tries_new=3 tries_proven=10
pause_s=${KUAIZHAO_PAUSE_S:-2}
# A version that never was well here and is not after so long hangs: it is ended, and that start counts.
well_s=${KUAIZHAO_WELL_S:-300}
# Of this process: a disk that takes nothing must not make it forget a version that fails.
given_up=' ' counted='' count=0

say() { echo "{\"process\":\"launcher\",\"event\":\"$1\",\"version\":\"$2\"}" >&2; }
is_version() { case $1 in ''|*[!0-9.]*|.*|*.|*..*) return 1 ;; esac; }
has() { [ -f "$folder/$1" ] && grep -qxF -e "$2" "$folder/$1" 2>/dev/null; }
first_line() { line=''; [ -f "$folder/$1" ] && { IFS= read -r line < "$folder/$1" || :; }; printf '%s' "$line"; }
program_of() { if [ "$1" = installed ]; then printf '%s' "$installed"; else printf '%s' "$folder/versions/$1/kuaizhao"; fi; }
is_bad() { case $given_up in *" $1 "*) return 0 ;; esac; has bad "$1"; }
can_start() { is_version "$1" && ! is_bad "$1" && [ -f "$(program_of "$1")" ] && [ -x "$(program_of "$1")" ]; }
# Old or new after a power cut, never between.
flush() { sync "$1" 2>/dev/null || sync; }
put() {
  { printf '%s\n' "$2" > "$folder/$1.launch"; } 2>/dev/null && flush "$folder/$1.launch" && mv -f "$folder/$1.launch" "$folder/$1" 2>/dev/null && flush "$folder"
}

# The newest of the proven versions that is neither bad nor the one given; else what is installed.
before() {
  found=installed
  if [ -f "$folder/proven" ]; then
    while IFS= read -r one || [ -n "$one" ]; do
      [ "$one" != "$1" ] && can_start "$one" && found=$one
    done < "$folder/proven"
  fi
  printf '%s' "$found"
}

give_up() {
  say givenUp "$1"
  given_up="$given_up$1 "
  if [ -f "$folder/bad" ]; then old=$(cat "$folder/bad"); put bad "$old
$1"; else put bad "$1"; fi
}

choose() {
  version=$(first_line current)
  if ! can_start "$version"; then version=$(before ''); fi
  [ "$version" = installed ] && { count=0; counted=installed; return; }
  if [ "$taken" = yes ] || [ "$counted" != "$version" ] || has proven "$version"; then
    was=$(first_line starts)
    count=0
    if [ "${was% *}" = "$version" ]; then count=${was#* }; fi
    case $count in ''|*[!0-9]*|??????*) count=0 ;; esac
  fi
  counted=$version
  most=$tries_new
  has proven "$version" && most=$tries_proven
  if [ "$count" -ge "$most" ]; then
    give_up "$version"
    version=$(before "$version")
    put current "$version"
    count=0 counted=$version
  fi
  [ "$version" = installed ] && return
  if put starts "$version $((count + 1))"; then taken=yes; else taken=no; fi
  count=$((count + 1))
}

# Second by second: whoever ends this leaves no long sleep behind.
hurry() {
  waited=0
  while [ "$waited" -lt "$well_s" ]; do sleep 1; waited=$((waited + 1)); kill -0 "$2" 2>/dev/null || return; has proven "$1" && return; done
  say hangs "$1"
  kill -TERM "$2" 2>/dev/null && sleep 10 && kill -KILL "$2" 2>/dev/null
}

ending=no child='' options='' taken=yes
stop() { ending=yes; [ -n "$child" ] && kill -TERM "$child" 2>/dev/null; }
trap stop TERM INT HUP

while [ "$ending" = no ]; do
  choose
  say starting "$version"
  program=$(program_of "$version")
  # Starts in a row without health are failures in a row to the program, which waits longer then.
  failures=''
  [ "$count" -gt 1 ] && failures="--failures=$((count - 1))"
  KUAIZHAO_LAUNCHED=$version KUAIZHAO_FOLDER=$folder "$program" "$@" ${failures:+"$failures"} ${options:+"$options"} &
  child=$!
  watch=''
  if [ "$version" != installed ] && ! has proven "$version"; then hurry "$version" "$child" & watch=$!; fi
  wait "$child"
  code=$?
  # A signal ends the wait, not the child.
  while kill -0 "$child" 2>/dev/null; do wait "$child"; code=$?; done
  child=''
  # A gentler signal may come before the child has laid down the traps of this shell.
  [ -n "$watch" ] && { kill -KILL "$watch"; wait "$watch"; } 2>/dev/null
  [ "$ending" = yes ] && break
  case $code in
    0) exit 0 ;;                                     # staff closed it
    75) options='' ; continue ;;                     # staff or an update asked to begin anew
    77) options=--no-graphics ;;
  esac
  say ended "$version"
  sleep "$pause_s" &
  child=$!
  wait "$child"
  child=''
done
exit 0
