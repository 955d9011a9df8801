// Verifies an export of `vitrine audit export` with nothing of Vitrine's: only Go's own
// golang.org/x/mod/sumdb, which has checked the Go module database since 2019.
//
//	apt-get install golang-go golang-golang-x-mod-dev
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go [-key VKEY] DIR
//
// It checks the signature of the checkpoint, the root over every record of leaves.b64, that
// records.jsonl holds the same bytes, that 100 random records are included and 50 random pairs of
// sizes consistent, both with proofs made from the tiles, and that the tiles of records hold them.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8 // 256 hashes a tile, as C2SP tlog-tiles says

// hashes keeps every hash of the tree in the order of sumdb's own storage.
type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for place, index := range indexes {
		if index >= int64(len(h)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		found[place] = h[index]
	}
	return found, nil
}

// tiles reads the folder's tiles of hashes.
type tiles struct{ folder string }

func (t tiles) Height() int                     { return height }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range wanted {
		kind := strconv.Itoa(tile.L)
		data, err := os.ReadFile(filepath.Join(t.folder, path(kind, tile.N, tile.W)))
		if err != nil {
			return nil, err
		}
		if len(data) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("tile %v has %d bytes", tile, len(data))
		}
		found = append(found, data)
	}
	return found, nil
}

// path is where C2SP tlog-tiles puts a tile: tile/0/x001/x234/067.p/8.
func path(kind string, n int64, width int) string {
	name := fmt.Sprintf("%03d", n%1000)
	for n /= 1000; n > 0; n /= 1000 {
		name = fmt.Sprintf("x%03d/%s", n%1000, name)
	}
	if width < 1<<height {
		name += fmt.Sprintf(".p/%d", width)
	}
	return filepath.Join("tile", kind, name)
}

func main() {
	key := flag.String("key", "", "the log's key; the folder's own if absent")
	seed := flag.Int64("seed", 1, "of the random choices")
	flag.Parse()
	if flag.NArg() != 1 {
		fail("usage: verify-export [-key VKEY] DIR")
	}
	folder := flag.Arg(0)
	tree := checkpoint(folder, *key)
	all, records := root(folder, tree)
	entries(folder, records)
	reader := tlog.TileHashReader(tree, tiles{folder})
	random := rand.New(rand.NewSource(*seed))
	for round := 0; round < 100 && tree.N > 0; round++ {
		index := random.Int63n(tree.N)
		proof, err := tlog.ProveRecord(tree.N, index, reader)
		check(err, "proof of record %d", index)
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(records[index])),
			"record %d", index)
	}
	for round := 0; round < 50 && tree.N > 0; round++ {
		size := 1 + random.Int63n(tree.N)
		old := 1 + random.Int63n(size)
		newer, err := tlog.TreeHash(size, all)
		check(err, "root at %d", size)
		older, err := tlog.TreeHash(old, all)
		check(err, "root at %d", old)
		// Both sizes must follow from the signed tree, and the smaller from the larger.
		prove(tree.N, tree.Hash, size, newer, reader)
		prove(size, newer, old, older, all)
	}
	fmt.Printf("verified %d records, root %x\n", tree.N, tree.Hash[:])
}

// checkpoint opens the signed note and reads its three lines.
func checkpoint(folder, key string) tlog.Tree {
	if key == "" {
		data, err := os.ReadFile(filepath.Join(folder, "vkey"))
		check(err, "vkey")
		key = strings.TrimSpace(string(data))
	}
	verifier, err := note.NewVerifier(key)
	check(err, "vkey")
	message, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	check(err, "checkpoint")
	opened, err := note.Open(message, note.VerifierList(verifier))
	check(err, "the signature of the checkpoint")
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != verifier.Name() {
		fail("the checkpoint is not three lines of this log: %q", opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err, "the size")
	hash, err := base64.StdEncoding.DecodeString(lines[2])
	check(err, "the root")
	tree := tlog.Tree{N: size}
	if copy(tree.Hash[:], hash) != tlog.HashSize || len(hash) != tlog.HashSize {
		fail("the root has %d bytes", len(hash))
	}
	return tree
}

// root hashes every record of leaves.b64 and compares the result with the checkpoint.
func root(folder string, tree tlog.Tree) (hashes, [][]byte) {
	leaves := lines(folder, "leaves.b64")
	plain := lines(folder, "records.jsonl")
	if int64(len(leaves)) != tree.N || len(plain) != len(leaves) {
		fail("%d leaves and %d records, %d are signed", len(leaves), len(plain), tree.N)
	}
	var all hashes
	var records [][]byte
	for index, line := range leaves {
		record, err := base64.StdEncoding.DecodeString(string(line))
		check(err, "leaf %d", index)
		if !bytes.Equal(record, plain[index]) {
			fail("leaf %d is not line %d of records.jsonl", index, index)
		}
		stored, err := tlog.StoredHashes(int64(index), record, all)
		check(err, "hashes of record %d", index)
		all = append(all, stored...)
		records = append(records, record)
	}
	if tree.N > 0 {
		hash, err := tlog.TreeHash(tree.N, all)
		check(err, "the root")
		if hash != tree.Hash {
			fail("the records have the root %x, signed is %x", hash[:], tree.Hash[:])
		}
	}
	return all, records
}

// entries compares the tiles of records with the records.
func entries(folder string, records [][]byte) {
	for start := 0; start < len(records); start += 1 << height {
		width := len(records) - start
		if width > 1<<height {
			width = 1 << height
		}
		data, err := os.ReadFile(
			filepath.Join(folder, path("entries", int64(start>>height), width)))
		check(err, "the tile of record %d", start)
		for index := start; index < start+width; index++ {
			if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
				fail("the tile of record %d ends early", index)
			}
			length := int(binary.BigEndian.Uint16(data))
			if !bytes.Equal(data[2:2+length], records[index]) {
				fail("the tile has another record %d", index)
			}
			data = data[2+length:]
		}
		if len(data) > 0 {
			fail("the tile of record %d is too long", start)
		}
	}
}

func prove(size int64, hash tlog.Hash, old int64, oldHash tlog.Hash, reader tlog.HashReader) {
	proof, err := tlog.ProveTree(size, old, reader)
	check(err, "consistency from %d to %d", old, size)
	check(tlog.CheckTree(proof, size, hash, old, oldHash), "consistency from %d to %d", old, size)
}

func lines(folder, name string) [][]byte {
	file, err := os.Open(filepath.Join(folder, name))
	check(err, name)
	defer file.Close()
	scanner := bufio.NewScanner(file)
	scanner.Buffer(nil, 1<<20)
	var found [][]byte
	for scanner.Scan() {
		found = append(found, append([]byte(nil), scanner.Bytes()...))
	}
	check(scanner.Err(), name)
	return found
}

func check(err error, what string, arguments ...interface{}) {
	if err != nil {
		fail("%s: %v", fmt.Sprintf(what, arguments...), err)
	}
}

func fail(what string, arguments ...interface{}) {
	fmt.Fprintf(os.Stderr, what+"\n", arguments...)
	os.Exit(1)
}
